package org.orderly.ordering.guests;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.orderly.identity.person.EmailAddress;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.UserId;
import org.orderly.ordering.LockedOrder;
import org.orderly.ordering.LockedOrders;
import org.orderly.ordering.OrderNotFound;
import org.orderly.ordering.OrderQueries;
import org.orderly.ordering.OrderSnapshot;
import org.orderly.ordering.OrderView;
import org.orderly.payment.Payments;

/**
 * Orders of people without an account: whoever has the order's token sees it, and may take it into
 * an account later. All orders of one e-mail address belong to one id that no account has.
 */
@ApplicationScoped
public class GuestOrders {

  private final OrderQueries orders;
  private final LockedOrders lockedOrders;
  private final Payments payments;
  private final GuestOrderTokens links;
  private final Clock clock;

  @Inject
  GuestOrders(
      OrderQueries orders,
      LockedOrders lockedOrders,
      Payments payments,
      GuestOrderTokens links,
      Clock clock) {
    this.orders = orders;
    this.lockedOrders = lockedOrders;
    this.payments = payments;
    this.links = links;
    this.clock = clock;
  }

  /** Whom the orders of an address belong to. */
  public static UserId guest(EmailAddress address) {
    byte[] name = ("guest:" + address.value()).getBytes(StandardCharsets.UTF_8);
    return new UserId(UUID.nameUUIDFromBytes(name));
  }

  /**
   * What shows the order to its guest.
   *
   * @throws NoGuestCheckout if the shop cannot make any
   */
  public String token(OrderId id) {
    return links.token(id);
  }

  /**
   * @throws OrderNotFound also if the token is another order's, or it is in an account by now
   */
  @Transactional
  public OrderView view(OrderId id, String token) {
    return find(id, token).view();
  }

  /**
   * Whose order the token opens.
   *
   * @throws OrderNotFound also if the token is another order's, or it is in an account by now
   */
  @Transactional
  public UserId requireGuest(OrderId id, String token) {
    return find(id, token).buyer();
  }

  private OrderSnapshot find(OrderId id, String token) {
    return orders
        .find(id)
        .filter(order -> order.isGuests() && links.opens(token, id))
        .orElseThrow(() -> new OrderNotFound(id));
  }

  /** How to reach the guest of an order; empty if its buyer has an account. */
  @Transactional
  public Optional<GuestContact> contact(OrderId id) {
    return orders
        .find(id)
        .filter(OrderSnapshot::isGuests)
        .map(
            order ->
                new GuestContact(
                    id, order.guestEmail(), order.shippingAddress().name(), links.token(id)));
  }

  /**
   * Takes a guest's order into an account, with its payments; again does nothing.
   *
   * @throws OrderNotFound also if the token is another order's, or it is in another account
   */
  @Transactional
  public OrderView adopt(OrderId id, String token, UserId owner) {
    LockedOrder order = lockedOrders.lock(id);
    if (order.guestEmail() == null || !links.opens(token, id)) {
      throw new OrderNotFound(id);
    }
    if (order.isGuests()) {
      order.adopt(owner);
      order.note(null, OrderAdopted.of(order, clock.instant()));
      lockedOrders.close(order);
      payments.adopt(id, owner);
    } else if (!order.buyer().equals(owner)) {
      throw new OrderNotFound(id);
    }
    return order.view();
  }
}
