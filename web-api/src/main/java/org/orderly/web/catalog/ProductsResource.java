package org.orderly.web.catalog;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.orderly.catalog.Actor;
import org.orderly.catalog.CatalogQueries;
import org.orderly.catalog.ProductDraft;
import org.orderly.catalog.ProductEditedMeanwhile;
import org.orderly.catalog.ProductView;
import org.orderly.catalog.search.ProductFilter;
import org.orderly.catalog.search.ProductSearch;
import org.orderly.catalog.search.SuggestionQueries;
import org.orderly.kernel.ProductId;
import org.orderly.listing.ProductListing;
import org.orderly.web.caching.CachedResponse;
import org.orderly.web.caching.CatalogResponses;
import org.orderly.web.problem.Problem;
import org.orderly.web.request.Caller;
import org.orderly.web.request.EntityTags;
import org.orderly.web.request.Roles;
import org.orderly.web.request.Scopes;

/** Products: everyone may look, admins and vendors may change (vendors only their own). */
@Path("/products")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ProductsResource {

  private final CatalogQueries catalogQueries;
  private final ProductSearch productSearch;
  private final SuggestionQueries suggestionQueries;
  private final CatalogResponses responses;
  private final ProductListing productListing;
  private final Caller caller;

  @Inject
  ProductsResource(
      CatalogQueries catalogQueries,
      ProductSearch productSearch,
      SuggestionQueries suggestionQueries,
      CatalogResponses responses,
      ProductListing productListing,
      Caller caller) {
    this.catalogQueries = catalogQueries;
    this.productSearch = productSearch;
    this.suggestionQueries = suggestionQueries;
    this.responses = responses;
    this.productListing = productListing;
    this.caller = caller;
  }

  /** The key of a response that was asked for by sku. */
  private record Sku(String value) {}

  @GET
  @PermitAll
  public Response list(
      @BeanParam ProductFilterParameters parameters,
      @HeaderParam(HttpHeaders.CACHE_CONTROL) String cacheControl) {
    ProductFilter filter = parameters.filter();
    return responses.answer(
        cacheControl, filter, () -> CachedResponse.json(productSearch.search(filter)));
  }

  /** The key of a response with suggestions. */
  private record Typed(String q, Integer limit) {}

  /** What begins with what was typed so far. */
  @GET
  @Path("/suggest")
  @PermitAll
  public Response suggest(
      @QueryParam("q") @NotNull String q,
      @QueryParam("limit") Integer limit,
      @HeaderParam(HttpHeaders.CACHE_CONTROL) String cacheControl) {
    return responses.answer(
        cacheControl,
        new Typed(q, limit),
        () -> CachedResponse.json(suggestionQueries.suggest(q, limit)));
  }

  @GET
  @Path("/{id}")
  @PermitAll
  public Response product(
      @PathParam("id") ProductId id, @HeaderParam(HttpHeaders.CACHE_CONTROL) String cacheControl) {
    return responses.answer(
        cacheControl,
        id,
        () -> {
          ProductView product = catalogQueries.product(id);
          return CachedResponse.json(product, EntityTags.of(product.version()).getValue());
        });
  }

  /** Who knows a product by the seller's own number need not search for it. */
  @GET
  @Path("/by-sku/{sku}")
  @PermitAll
  public Response productWithSku(
      @PathParam("sku") String sku, @HeaderParam(HttpHeaders.CACHE_CONTROL) String cacheControl) {
    return responses.answer(
        cacheControl,
        new Sku(sku),
        () -> {
          ProductView product = catalogQueries.productWithSku(sku);
          return CachedResponse.json(product, EntityTags.of(product.version(), product.id()));
        });
  }

  /** Lists a product together with its stock. What a vendor lists is the vendor's. */
  @POST
  @RolesAllowed({Roles.ADMIN, Roles.VENDOR, Roles.API_CLIENT})
  @Scopes(Scopes.CATALOG_WRITE)
  public Response list(@NotNull @Valid ProductRequest product, @Context UriInfo uri) {
    ProductView listed =
        productListing.list(
            product.draft(),
            caller.actsForTheShop() ? null : caller.id(),
            product.stock(),
            product.lowStockThreshold());
    return Response.created(uri.getAbsolutePathBuilder().path(listed.id().toString()).build())
        .tag(EntityTags.of(listed.version()))
        .entity(listed)
        .build();
  }

  /** Replaces everything but stock, which only moves; with {@code If-Match} only that version. */
  @PUT
  @Path("/{id}")
  @RolesAllowed({Roles.ADMIN, Roles.VENDOR, Roles.API_CLIENT})
  @Scopes(Scopes.CATALOG_WRITE)
  public Response replace(
      @PathParam("id") ProductId id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @NotNull @Valid ProductRequest product) {
    Long seen = EntityTags.version(ifMatch);
    ProductDraft draft = seen == null ? product.draft() : product.draft().basedOn(seen);
    try {
      ProductView replaced =
          productListing.replace(id, draft, product.lowStockThreshold(), actor());
      return Response.ok(replaced).tag(EntityTags.of(replaced.version())).build();
    } catch (ProductEditedMeanwhile e) {
      throw new ClientErrorException(Problem.of(412, e.code(), e.getMessage()).toResponse(), e);
    }
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed({Roles.ADMIN, Roles.VENDOR, Roles.API_CLIENT})
  @Scopes(Scopes.CATALOG_WRITE)
  public void withdraw(@PathParam("id") ProductId id) {
    productListing.withdraw(id, actor());
  }

  private Actor actor() {
    return new Actor(caller.id(), caller.actsForTheShop());
  }
}
