package org.orderly.ordering.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.orderly.cart.Carts;
import org.orderly.identity.UserErased;
import org.orderly.ordering.OrderingDatabase;
import org.orderly.platform.events.Inbox;
import org.orderly.platform.persistence.Domain;

/**
 * Takes persons out of the stored orders: orders stay with the buyer's id, and with the country for
 * the taxes.
 */
@ApplicationScoped
class BuyerErasureRepository {

  private static final String ORDERS =
      """
      update orders
      set ship_name = 'erased', ship_street = 'erased', ship_city = 'erased', ship_state = null,
        ship_postal_code = 'erased',
        guest_email = case when guest_email is not null then 'erased' end, placed_from = null,
        version = version + 1
      where user_id = ?
      """;

  private static final String INVOICES =
      """
      update invoice i
      set recipient = json_build_object('name', 'erased', 'street', 'erased', 'city', 'erased',
        'postalCode', 'erased', 'country', o.ship_country)::text
      from orders o where o.id = i.order_id and o.user_id = ?
      """;

  private static final String RETURNS =
      """
      update order_return r
      set reason = 'erased', refusal = case when refusal is not null then 'erased' end
      from orders o where o.id = r.order_id and o.user_id = ?
      """;

  /** What the shop itself notes names nobody. */
  private static final String REASONS =
      """
      update order_transition t set reason = 'erased'
      from orders o
      where o.id = t.order_id and o.user_id = ? and t.actor <> 'system' and t.reason <> 'erased'
      """;

  /** Answers that were kept to be repeated hold the address as well. */
  private static final String ANSWERS = "delete from idempotency_key where caller = ?";

  private final Inbox inbox;
  private final Carts carts;

  @Inject
  BuyerErasureRepository(@Domain(OrderingDatabase.NAME) Inbox inbox, Carts carts) {
    this.inbox = inbox;
    this.carts = carts;
  }

  /**
   * Erases in one transaction, and clears the cart after it; may be repeated.
   *
   * @throws org.orderly.cart.CartUnavailable if the event has to come again for the cart
   */
  void forget(String subscription, UserErased event) {
    inbox.takeIn(
        subscription,
        event.eventId(),
        writes ->
            writes
                .change(ORDERS, event.userId().value())
                .change(INVOICES, event.userId().value())
                .change(RETURNS, event.userId().value())
                .change(REASONS, event.userId().value())
                .change(ANSWERS, event.userId().value()));
    carts.clear(event.userId());
  }
}
