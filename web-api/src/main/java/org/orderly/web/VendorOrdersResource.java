package org.orderly.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.orderly.kernel.Limit;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.Page;
import org.orderly.ordering.VendorOrder;
import org.orderly.ordering.VendorOrders;

/** What was ordered of the calling vendor's products, and where to send it. */
@Path("/vendor/orders")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VENDOR)
public class VendorOrdersResource {

  private final VendorOrders orders;
  private final Caller caller;

  @Inject
  VendorOrdersResource(VendorOrders orders, Caller caller) {
    this.orders = orders;
    this.caller = caller;
  }

  @GET
  public Page<VendorOrder> page(
      @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
    return orders.page(caller.id(), Limit.of(limit), cursor);
  }

  @GET
  @Path("/{id}")
  public VendorOrder one(@PathParam("id") OrderId id) {
    return orders.one(caller.id(), id);
  }
}
