package org.orderly.web.catalog;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.orderly.catalog.CatalogQueries;
import org.orderly.catalog.ProductView;
import org.orderly.web.caching.CachedResponse;
import org.orderly.web.caching.CatalogResponses;

/** Drawn pictures of products, open to everyone. */
@Path("/pictures")
@ApplicationScoped
@PermitAll
public class PicturesResource {

  private static final int FRESH_SECONDS = 86_400;

  private final CatalogQueries catalogQueries;
  private final CatalogResponses responses;

  @Inject
  PicturesResource(CatalogQueries catalogQueries, CatalogResponses responses) {
    this.catalogQueries = catalogQueries;
    this.responses = responses;
  }

  /** The key of a response with a picture. */
  private record Picture(String sku) {}

  @GET
  @Path("/{sku: .+}.svg")
  @Produces("image/svg+xml")
  public Response picture(
      @PathParam("sku") String sku, @HeaderParam(HttpHeaders.CACHE_CONTROL) String cacheControl) {
    CacheControl day = new CacheControl();
    day.setMaxAge(FRESH_SECONDS);
    Response drawn =
        responses.answer(cacheControl, new Picture(sku), () -> CachedResponse.text(draw(sku)));
    return Response.fromResponse(drawn)
        .cacheControl(day)
        .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
        .build();
  }

  private String draw(String sku) {
    ProductView product = catalogQueries.productWithSku(sku);
    return new ProductPicture(product.sku(), product.name(), product.brand(), product.categories())
        .svg();
  }
}
