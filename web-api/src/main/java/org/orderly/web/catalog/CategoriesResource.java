package org.orderly.web.catalog;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.orderly.catalog.Catalog;
import org.orderly.catalog.Category;
import org.orderly.web.request.EntityTags;

/** The category tree, open to everyone. */
@Path("/categories")
@RequestScoped
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class CategoriesResource {

  private final Catalog catalog;

  @Inject
  CategoriesResource(Catalog catalog) {
    this.catalog = catalog;
  }

  /** The roots of the tree. */
  public record CategoryTree(List<Category> items) {}

  @GET
  public Response tree(@Context Request request) {
    CategoryTree tree = new CategoryTree(catalog.categories());
    return EntityTags.answer(request, EntityTags.of(tree), tree);
  }
}
