package org.orderly.web.catalog;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.orderly.catalog.category.Category;
import org.orderly.catalog.category.CategoryDraft;
import org.orderly.catalog.category.CategoryEditedMeanwhile;
import org.orderly.catalog.category.CategoryEditor;
import org.orderly.catalog.category.CategoryQueries;
import org.orderly.catalog.category.ManagedCategory;
import org.orderly.web.caching.CachedResponse;
import org.orderly.web.caching.CatalogResponses;
import org.orderly.web.problem.Problem;
import org.orderly.web.request.EntityTags;
import org.orderly.web.request.Roles;
import org.orderly.web.request.Scopes;

/** The category tree: everyone may look, admins may change it. */
@Path("/categories")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class CategoriesResource {

  private final CategoryQueries queries;
  private final CatalogResponses responses;
  private final CategoryEditor editor;

  @Inject
  CategoriesResource(CategoryQueries queries, CatalogResponses responses, CategoryEditor editor) {
    this.queries = queries;
    this.responses = responses;
    this.editor = editor;
  }

  /** The roots of the tree. */
  public record CategoryTree(List<Category> items) {}

  /** The key of a response with the tree. */
  private record Tree(boolean empty) {}

  /**
   * A category as an admin wants it.
   *
   * @param parentId {@code null} for a root of the tree
   */
  public record CategoryRequest(
      @NotBlank @Size(max = CategoryDraft.MAX_NAME) String name, UUID parentId) {

    CategoryDraft draft() {
      return new CategoryDraft(name, parentId, null);
    }
  }

  /** Shoppers see categories with something in them; whoever manages the tree wants all. */
  @GET
  @PermitAll
  public Response tree(
      @QueryParam("empty") Boolean empty,
      @HeaderParam(HttpHeaders.CACHE_CONTROL) String cacheControl) {
    Tree tree = new Tree(Boolean.TRUE.equals(empty));
    return responses.answer(
        cacheControl,
        tree,
        () -> CachedResponse.json(new CategoryTree(queries.categories(tree.empty()))));
  }

  @GET
  @Path("/{id}")
  @PermitAll
  public Response category(@PathParam("id") UUID id, @Context Request request) {
    ManagedCategory category = queries.category(id);
    return EntityTags.answer(request, EntityTags.of(category.version()), category);
  }

  @POST
  @RolesAllowed({Roles.ADMIN, Roles.API_CLIENT})
  @Scopes(Scopes.CATALOG_WRITE)
  public Response add(@NotNull @Valid CategoryRequest category, @Context UriInfo uri) {
    ManagedCategory added = editor.add(category.draft());
    return Response.created(uri.getAbsolutePathBuilder().path(added.id().toString()).build())
        .tag(EntityTags.of(added.version()))
        .entity(added)
        .build();
  }

  /** Renames and moves; with {@code If-Match} only that version. */
  @PUT
  @Path("/{id}")
  @RolesAllowed({Roles.ADMIN, Roles.API_CLIENT})
  @Scopes(Scopes.CATALOG_WRITE)
  public Response replace(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @NotNull @Valid CategoryRequest category) {
    CategoryDraft draft = category.draft().basedOn(EntityTags.version(ifMatch));
    try {
      ManagedCategory replaced = editor.replace(id, draft);
      return Response.ok(replaced).tag(EntityTags.of(replaced.version())).build();
    } catch (CategoryEditedMeanwhile e) {
      throw failedPrecondition(e);
    }
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed({Roles.ADMIN, Roles.API_CLIENT})
  @Scopes(Scopes.CATALOG_WRITE)
  public void delete(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    try {
      editor.delete(id, EntityTags.version(ifMatch));
    } catch (CategoryEditedMeanwhile e) {
      throw failedPrecondition(e);
    }
  }

  private static ClientErrorException failedPrecondition(CategoryEditedMeanwhile e) {
    return new ClientErrorException(Problem.of(412, e.code(), e.getMessage()).toResponse(), e);
  }
}
