package org.orderly.web.orders;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.orderly.kernel.Limit;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.Page;
import org.orderly.kernel.UserId;
import org.orderly.ordering.access.OrderActor;
import org.orderly.ordering.overview.OrderFilter;
import org.orderly.ordering.overview.VendorOrder;
import org.orderly.ordering.overview.VendorOrders;
import org.orderly.web.request.Caller;
import org.orderly.web.request.Roles;

/** What was ordered of the calling vendor's products, and where to send it. */
@Path("/vendor/orders")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VENDOR)
public class VendorOrdersResource {

  private static final Limit ROWS = new Limit(Limit.MAX);

  private final VendorOrders orders;
  private final OrderExport export;
  private final Caller caller;

  @Inject
  VendorOrdersResource(VendorOrders orders, OrderExport export, Caller caller) {
    this.orders = orders;
    this.export = export;
    this.caller = caller;
  }

  @GET
  public Page<VendorOrder> page(
      @BeanParam OrderFilterParameters filter,
      @QueryParam("limit") Integer limit,
      @QueryParam("cursor") String cursor) {
    return orders.page(caller.id(), filter.filter(), Limit.of(limit), cursor);
  }

  @GET
  @Path("/export")
  @Produces(OrderExport.CSV)
  public Response export(@BeanParam OrderFilterParameters parameters) {
    UserId vendor = caller.id();
    OrderFilter filter = parameters.filter();
    return export.ofVendor(cursor -> orders.page(vendor, filter, ROWS, cursor));
  }

  @GET
  @Path("/{id}")
  public VendorOrder one(@PathParam("id") OrderId id) {
    return orders.one(new OrderActor.Vendor(caller.id()), id);
  }
}
