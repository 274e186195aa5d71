package org.orderly.ordering.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.orderly.cart.Carts;
import org.orderly.identity.event.UserErased;
import org.orderly.ordering.OrderingDatabase;
import org.orderly.platform.events.Inbox;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.personal.PersonalColumns;

/**
 * Takes persons out of the stored orders, as the personal columns are declared: orders stay with
 * the buyer's id, and with the country for the taxes.
 */
@ApplicationScoped
class BuyerErasure {

  private final Inbox inbox;
  private final PersonalColumns personalColumns;
  private final Carts carts;

  @Inject
  BuyerErasure(
      @Domain(OrderingDatabase.NAME) Inbox inbox,
      @Domain(OrderingDatabase.NAME) PersonalColumns personalColumns,
      Carts carts) {
    this.inbox = inbox;
    this.personalColumns = personalColumns;
    this.carts = carts;
  }

  /**
   * Erases in one transaction, and clears the cart after it; may be repeated.
   *
   * @throws org.orderly.cart.CartUnavailable if the event has to come again for the cart
   */
  void forget(String subscription, UserErased event) {
    inbox.takeIn(
        subscription, event.eventId(), writes -> personalColumns.erase(writes, event.userId()));
    carts.clear(event.userId());
  }
}
