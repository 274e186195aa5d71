package org.orderly.web.inventory;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.orderly.inventory.Stock;
import org.orderly.inventory.location.LocationStockQueries;
import org.orderly.inventory.location.LocationStockQueries.StockEverywhere;
import org.orderly.kernel.ProductId;

/** How much of a product lies at each location. */
@Path("/inventory/{productId}/locations")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class LocationStockResource {

  private final Stock stock;
  private final LocationStockQueries queries;

  @Inject
  LocationStockResource(Stock stock, LocationStockQueries queries) {
    this.stock = stock;
    this.queries = queries;
  }

  @GET
  @PermitAll
  public StockEverywhere everywhere(@PathParam("productId") ProductId id) {
    stock.level(id);
    return queries.of(id);
  }
}
