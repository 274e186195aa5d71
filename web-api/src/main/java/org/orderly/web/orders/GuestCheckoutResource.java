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
import java.util.List;
import org.orderly.identity.person.EmailAddress;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.PostalAddress;
import org.orderly.kernel.UserId;
import org.orderly.ordering.OrderView;
import org.orderly.ordering.PlaceOrder;
import org.orderly.ordering.guests.GuestCheckout;
import org.orderly.ordering.guests.GuestOrders;
import org.orderly.ordering.quote.PricedItems;
import org.orderly.platform.idempotency.IdempotencyKey;
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
      @NotNull PostalAddress shippingAddress,
      @NotNull @Valid PaymentRequest payment,
      Money expectedTotal) {}

  private final GuestCheckout checkout;
  private final GuestOrders guests;
  private final OrderMeter meter;
  private final Idempotency idempotency;

  @Inject
  GuestCheckoutResource(
      GuestCheckout checkout, GuestOrders guests, OrderMeter meter, Idempotency idempotency) {
    this.checkout = checkout;
    this.guests = guests;
    this.meter = meter;
    this.idempotency = idempotency;
  }

  /** The token is in a header of the answer, and in the mail that the guest is sent. */
  @POST
  public Response place(
      @HeaderParam(Idempotency.KEY) String key, @NotNull @Valid NewGuestOrder body) {
    EmailAddress email = EmailAddress.of(body.email());
    UserId guest = GuestOrders.guest(email);
    Response created =
        idempotency
            .of(guest, "place-order", key, body)
            .created(
                order -> "orders/" + order.id(),
                request ->
                    meter.count(
                        () -> checkout.place(command(body, guest, email.value(), request))));
    OrderId id = ((OrderView) created.getEntity()).id();
    return Response.fromResponse(created).header(OrderToken.HEADER, guests.token(id)).build();
  }

  private static PlaceOrder command(
      NewGuestOrder body, UserId guest, String email, IdempotencyKey request) {
    return new PlaceOrder(
        guest,
        OrderItemRequest.all(body.items()),
        body.shippingAddress(),
        body.payment().selection(),
        body.expectedTotal(),
        email,
        request);
  }
}
