package org.orderly.web.orders;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
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
import org.orderly.ordering.overview.HistoryEntry;
import org.orderly.ordering.overview.OrderHistoryQueries;
import org.orderly.web.request.Caller;
import org.orderly.web.request.Roles;
import org.orderly.web.request.Scopes;

/** Shows what happened to an order. */
@Path("/orders/{id}/history")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.CUSTOMER, Roles.VENDOR, Roles.ADMIN, Roles.API_CLIENT, Roles.GUEST})
public class OrderHistoryResource {

  private final OrderHistoryQueries history;
  private final Caller caller;

  @Inject
  OrderHistoryResource(OrderHistoryQueries history, Caller caller) {
    this.history = history;
    this.caller = caller;
  }

  @GET
  @Scopes(Scopes.ORDERS_READ)
  public Page<HistoryEntry> page(
      @PathParam("id") OrderId id,
      @QueryParam("limit") Integer limit,
      @QueryParam("cursor") String cursor) {
    return history.page(caller.actor(), id, Limit.of(limit), cursor);
  }
}
