package org.orderly.web.fulfilment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.orderly.kernel.Limit;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.Page;
import org.orderly.ordering.access.OrderActor;
import org.orderly.ordering.quote.PricedItems;
import org.orderly.ordering.returns.NewReturn;
import org.orderly.ordering.returns.ReturnQueries;
import org.orderly.ordering.returns.ReturnView;
import org.orderly.ordering.returns.Returns;
import org.orderly.web.orders.OrderItemRequest;
import org.orderly.web.request.Caller;
import org.orderly.web.request.Idempotency;
import org.orderly.web.request.Roles;
import org.orderly.web.request.Scopes;

/** Asks to send goods of an order back, and shows what was asked. */
@Path("/orders/{id}/returns")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.CUSTOMER, Roles.VENDOR, Roles.ADMIN, Roles.GUEST})
public class OrderReturnsResource {

  record ReturnRequest(
      @Size(min = 1, max = PricedItems.MAX_LINES) List<@NotNull @Valid OrderItemRequest> items,
      @NotBlank @Size(max = 500) String reason) {}

  private final Returns returns;
  private final ReturnQueries queries;
  private final Caller caller;
  private final Idempotency idempotency;

  @Inject
  OrderReturnsResource(
      Returns returns, ReturnQueries queries, Caller caller, Idempotency idempotency) {
    this.returns = returns;
    this.queries = queries;
    this.caller = caller;
    this.idempotency = idempotency;
  }

  @POST
  public Response request(
      @PathParam("id") OrderId id,
      @HeaderParam(Idempotency.KEY) String key,
      @NotNull @Valid ReturnRequest body) {
    NewReturn requested = new NewReturn(id, OrderItemRequest.all(body.items()), body.reason());
    return idempotency
        .of("request-return", key, id.value(), body)
        .created(this::location, request -> returns.request(requested, request, caller.actor()));
  }

  /** A guest finds the return with the order, whose token opens nothing else. */
  private String location(ReturnView created) {
    return caller.actor() instanceof OrderActor.Guest
        ? "orders/" + created.orderId() + "/returns"
        : "returns/" + created.id();
  }

  @GET
  @RolesAllowed({Roles.CUSTOMER, Roles.VENDOR, Roles.ADMIN, Roles.API_CLIENT, Roles.GUEST})
  @Scopes(Scopes.ORDERS_READ)
  public Page<ReturnView> page(
      @PathParam("id") OrderId id,
      @QueryParam("limit") Integer limit,
      @QueryParam("cursor") String cursor) {
    return queries.ofOrder(id, Limit.of(limit), cursor, caller.actor());
  }
}
