package org.orderly.web.orders;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
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
import java.net.URI;
import java.util.List;
import org.orderly.identity.person.EmailAddress;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.UserId;
import org.orderly.ordering.LockedOrder;
import org.orderly.ordering.OrderView;
import org.orderly.ordering.PlaceOrder;
import org.orderly.ordering.ShippingAddress;
import org.orderly.ordering.access.OrderActor;
import org.orderly.ordering.change.Cancellation;
import org.orderly.ordering.change.OrderChange;
import org.orderly.ordering.guests.GuestCheckout;
import org.orderly.ordering.guests.GuestOrders;
import org.orderly.ordering.overview.OrderViews;
import org.orderly.ordering.quote.PricedItems;
import org.orderly.platform.idempotency.IdempotencyKey;
import org.orderly.platform.idempotency.IdempotentResult;
import org.orderly.web.operations.OrderMeter;
import org.orderly.web.request.Idempotency;

/** Orders of people without an account; whoever has an order's token sees it. */
@Path("/guest/orders")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
public class GuestOrdersResource {

  /** The header that opens an order to its guest. */
  public static final String TOKEN = "Order-Token";

  record NewGuestOrder(
      @NotBlank String email,
      @NotNull @Size(min = 1, max = PricedItems.MAX_LINES)
          List<@NotNull @Valid OrderItemRequest> items,
      @NotNull ShippingAddress shippingAddress,
      @NotNull @Valid PaymentRequest payment,
      Money expectedTotal) {}

  record GuestCancelRequest(@NotBlank @Size(max = LockedOrder.MAX_REASON) String reason) {}

  private record Fingerprint(OrderId order, GuestCancelRequest body) {}

  private final GuestCheckout checkout;
  private final GuestOrders guests;
  private final OrderViews orders;
  private final Cancellation cancellation;
  private final OrderMeter meter;

  @Inject
  GuestOrdersResource(
      GuestCheckout checkout,
      GuestOrders guests,
      OrderViews orders,
      Cancellation cancellation,
      OrderMeter meter) {
    this.checkout = checkout;
    this.guests = guests;
    this.orders = orders;
    this.cancellation = cancellation;
    this.meter = meter;
  }

  /** The token is in a header of the answer, and in the mail that the guest is sent. */
  @POST
  public Response place(
      @HeaderParam(Idempotency.KEY) String key, @NotNull @Valid NewGuestOrder body) {
    EmailAddress email = EmailAddress.of(body.email());
    UserId guest = GuestOrders.guest(email);
    PlaceOrder command =
        new PlaceOrder(
            guest,
            OrderItemRequest.all(body.items()),
            body.shippingAddress(),
            body.payment().selection(),
            body.expectedTotal(),
            email.value(),
            IdempotencyKey.of(guest, "place-order", key, body));
    IdempotentResult<OrderView> idempotentResult = meter.count(() -> checkout.place(command));
    OrderId id = idempotentResult.value().id();
    Response created =
        Idempotency.created(URI.create("/api/v1/guest/orders/" + id), idempotentResult);
    return Response.fromResponse(created).header(TOKEN, guests.token(id)).build();
  }

  /** The token comes in a header, or in the query as the link of a mail has it. */
  @GET
  @Path("/{id}")
  public OrderView one(
      @PathParam("id") OrderId id,
      @HeaderParam(TOKEN) String header,
      @QueryParam("token") String query) {
    return orders.one(guests.authenticate(id, header == null ? query : header), id);
  }

  @POST
  @Path("/{id}/cancel")
  public Response cancel(
      @PathParam("id") OrderId id,
      @HeaderParam(TOKEN) String token,
      @HeaderParam(Idempotency.KEY) String key,
      @NotNull @Valid GuestCancelRequest body) {
    OrderActor.Guest guest = guests.authenticate(id, token);
    IdempotencyKey request =
        IdempotencyKey.of(guest.id(), "cancel-order", key, new Fingerprint(id, body));
    return Idempotency.ok(cancellation.cancel(new OrderChange(id, guest, request), body.reason()));
  }
}
