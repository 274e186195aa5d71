package org.orderly.web.orders;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.orderly.identity.person.EmailAddress;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.UserId;
import org.orderly.ordering.OrderView;
import org.orderly.ordering.PlaceOrder;
import org.orderly.ordering.ShippingAddress;
import org.orderly.ordering.guests.GuestCheckout;
import org.orderly.ordering.guests.GuestOrders;
import org.orderly.ordering.quote.PricedItems;
import org.orderly.platform.idempotency.IdempotencyKey;
import org.orderly.platform.idempotency.IdempotentResult;
import org.orderly.web.operations.OrderMeter;
import org.orderly.web.request.Idempotency;
import org.orderly.web.request.OrderToken;

/**
 * Places orders of people without an account. The order is then found where all orders are, by its
 * token.
 */
@Path("/guest/orders")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
public class GuestCheckoutResource {

  record NewGuestOrder(
      @NotBlank String email,
      @NotNull @Size(min = 1, max = PricedItems.MAX_LINES)
          List<@NotNull @Valid OrderItemRequest> items,
      @NotNull ShippingAddress shippingAddress,
      @NotNull @Valid PaymentRequest payment,
      Money expectedTotal) {}

  private final GuestCheckout checkout;
  private final GuestOrders guests;
  private final OrderMeter meter;

  @Inject
  GuestCheckoutResource(GuestCheckout checkout, GuestOrders guests, OrderMeter meter) {
    this.checkout = checkout;
    this.guests = guests;
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
    Response created = Idempotency.created(URI.create("/api/v1/orders/" + id), idempotentResult);
    return Response.fromResponse(created).header(OrderToken.HEADER, guests.token(id)).build();
  }
}
