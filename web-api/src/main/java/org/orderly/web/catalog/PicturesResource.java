package org.orderly.web.catalog;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.orderly.catalog.CatalogQueries;
import org.orderly.catalog.ProductView;
import org.orderly.web.request.EntityTags;

/** Drawn pictures of products, open to everyone. */
@Path("/pictures")
@RequestScoped
@PermitAll
public class PicturesResource {

  private static final int FRESH_SECONDS = 86_400;

  private final CatalogQueries catalogQueries;

  @Inject
  PicturesResource(CatalogQueries catalogQueries) {
    this.catalogQueries = catalogQueries;
  }

  @GET
  @Path("/{sku: .+}.svg")
  @Produces("image/svg+xml")
  public Response picture(@PathParam("sku") String sku, @Context Request request) {
    ProductView product = catalogQueries.productWithSku(sku);
    String svg =
        new ProductPicture(product.sku(), product.name(), product.brand(), product.categories())
            .svg();
    EntityTag tag = EntityTags.of(svg);
    CacheControl day = new CacheControl();
    day.setMaxAge(FRESH_SECONDS);
    Response.ResponseBuilder known = request.evaluatePreconditions(tag);
    return (known == null ? Response.ok(svg) : known)
        .tag(tag)
        .cacheControl(day)
        .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
        .build();
  }
}
