package org.orderly.ordering.guests;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.orderly.kernel.InvalidValue;
import org.orderly.ordering.Checkout;
import org.orderly.ordering.OrderView;
import org.orderly.ordering.PlaceOrder;
import org.orderly.payment.method.PaymentMethod;
import org.orderly.platform.idempotency.IdempotentResult;

/** Places orders of people without an account. */
@ApplicationScoped
public class GuestCheckout {

  private final Checkout checkout;
  private final GuestOrderTokens links;

  @Inject
  GuestCheckout(Checkout checkout, GuestOrderTokens links) {
    this.checkout = checkout;
    this.links = links;
  }

  /**
   * As {@link Checkout#place}, for a request that names its items and a guest's address.
   *
   * @throws NoGuestCheckout if the shop could not give the guest a link to the order
   */
  public IdempotentResult<OrderView> place(PlaceOrder command) {
    PaymentMethod method = command.payment().method();
    if (method == PaymentMethod.WALLET || method == PaymentMethod.SPLIT) {
      throw new InvalidValue("payment.method", "must be card or invoice; guests have no balance");
    }
    links.requireKey();
    return checkout.place(command);
  }
}
