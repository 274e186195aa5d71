package org.orderly.web.orders;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.orderly.kernel.Limit;
import org.orderly.kernel.Page;
import org.orderly.kernel.UserId;
import org.orderly.ordering.OrderView;
import org.orderly.ordering.overview.AdminOrders;
import org.orderly.ordering.overview.BuyerOrders;
import org.orderly.ordering.overview.OrderFilter;
import org.orderly.web.request.Caller;
import org.orderly.web.request.Roles;
import org.orderly.web.request.Scopes;

/** Lists orders, page by page or as one file: the caller's own, and everybody's for the shop. */
@Path("/orders")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.CUSTOMER, Roles.VENDOR, Roles.ADMIN})
public class OrderListsResource {

  private static final Limit ROWS = new Limit(Limit.MAX);

  private final BuyerOrders own;
  private final AdminOrders everybodys;
  private final OrderExport export;
  private final Caller caller;

  @Inject
  OrderListsResource(BuyerOrders own, AdminOrders everybodys, OrderExport export, Caller caller) {
    this.own = own;
    this.everybodys = everybodys;
    this.export = export;
    this.caller = caller;
  }

  @GET
  public Page<OrderView> own(
      @BeanParam OrderFilterParameters filter,
      @QueryParam("limit") Integer limit,
      @QueryParam("cursor") String cursor) {
    return own.page(caller.id(), filter.filter(), Limit.of(limit), cursor);
  }

  @GET
  @Path("/export")
  @Produces(OrderExport.CSV)
  public Response exportOwn(@BeanParam OrderFilterParameters parameters) {
    UserId buyer = caller.id();
    OrderFilter filter = parameters.filter();
    return export.ofOrders(cursor -> own.page(buyer, filter, ROWS, cursor));
  }

  @GET
  @Path("/all")
  @RolesAllowed({Roles.ADMIN, Roles.API_CLIENT})
  @Scopes(Scopes.ORDERS_READ)
  public Page<OrderView> all(
      @BeanParam OrderFilterParameters filter,
      @QueryParam("email") String email,
      @QueryParam("limit") Integer limit,
      @QueryParam("cursor") String cursor) {
    return everybodys.page(filter.filter(email), Limit.of(limit), cursor);
  }

  @GET
  @Path("/all/export")
  @Produces(OrderExport.CSV)
  @RolesAllowed({Roles.ADMIN, Roles.API_CLIENT})
  @Scopes(Scopes.ORDERS_READ)
  public Response exportAll(
      @BeanParam OrderFilterParameters parameters, @QueryParam("email") String email) {
    OrderFilter filter = parameters.filter(email);
    return export.ofOrders(cursor -> everybodys.page(filter, ROWS, cursor));
  }
}
