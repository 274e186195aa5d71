package org.orderly.web.inventory;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.orderly.inventory.Stock;
import org.orderly.kernel.ProductId;
import org.orderly.notification.backinstock.BackInStockRequests;
import org.orderly.web.request.Caller;
import org.orderly.web.request.Roles;

/** Whether the caller wants to be notified when a product is available again. */
@Path("/inventory/{productId}/back-in-stock")
@ApplicationScoped
@RolesAllowed({Roles.CUSTOMER, Roles.VENDOR, Roles.ADMIN})
@Produces(MediaType.APPLICATION_JSON)
public class BackInStockResource {

  record BackInStockStatus(ProductId productId, boolean requested) {}

  private final BackInStockRequests requests;
  private final Stock stock;
  private final Caller caller;

  @Inject
  BackInStockResource(BackInStockRequests requests, Stock stock, Caller caller) {
    this.requests = requests;
    this.stock = stock;
    this.caller = caller;
  }

  @GET
  public BackInStockStatus status(@PathParam("productId") ProductId product) {
    return new BackInStockStatus(product, requests.isRequested(caller.id(), product));
  }

  @PUT
  public void request(@PathParam("productId") ProductId product) {
    requests.request(caller.id(), product, () -> stock.level(product).available());
  }

  @DELETE
  public void withdraw(@PathParam("productId") ProductId product) {
    requests.withdraw(caller.id(), product);
  }
}
