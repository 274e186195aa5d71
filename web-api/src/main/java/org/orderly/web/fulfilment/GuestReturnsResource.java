package org.orderly.web.fulfilment;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import java.net.URI;
import org.orderly.kernel.Limit;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.Page;
import org.orderly.ordering.access.OrderActor;
import org.orderly.ordering.guests.GuestOrders;
import org.orderly.ordering.returns.NewReturn;
import org.orderly.ordering.returns.ReturnQueries;
import org.orderly.ordering.returns.ReturnView;
import org.orderly.ordering.returns.Returns;
import org.orderly.platform.idempotency.IdempotencyKey;
import org.orderly.web.orders.GuestOrdersResource;
import org.orderly.web.orders.OrderItemRequest;
import org.orderly.web.request.Idempotency;

/** Asks to send goods of a guest's order back, and shows what was asked. */
@Path("/guest/orders/{id}/returns")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
public class GuestReturnsResource {

  private record Intent(OrderId order, OrderReturnsResource.ReturnRequest body) {}

  private final GuestOrders guests;
  private final Returns returns;
  private final ReturnQueries queries;

  @Inject
  GuestReturnsResource(GuestOrders guests, Returns returns, ReturnQueries queries) {
    this.guests = guests;
    this.returns = returns;
    this.queries = queries;
  }

  @POST
  public Response request(
      @PathParam("id") OrderId id,
      @HeaderParam(GuestOrdersResource.TOKEN) String token,
      @HeaderParam(Idempotency.KEY) String key,
      @NotNull @Valid OrderReturnsResource.ReturnRequest body) {
    OrderActor.Guest guest = guests.authenticate(id, token);
    IdempotencyKey request =
        IdempotencyKey.of(guest.id(), "request-return", key, new Intent(id, body));
    NewReturn requested = new NewReturn(id, OrderItemRequest.all(body.items()), body.reason());
    return Idempotency.created(
        URI.create("/api/v1/guest/orders/" + id + "/returns"),
        returns.request(requested, request, guest));
  }

  @GET
  public Page<ReturnView> page(
      @PathParam("id") OrderId id,
      @HeaderParam(GuestOrdersResource.TOKEN) String token,
      @QueryParam("limit") Integer limit,
      @QueryParam("cursor") String cursor) {
    return queries.ofOrder(id, Limit.of(limit), cursor, guests.authenticate(id, token));
  }
}
