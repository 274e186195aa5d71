package org.orderly.ordering.guests;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.identity.person.EmailAddress;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.UserId;
import org.orderly.ordering.LockedOrder;
import org.orderly.ordering.LockedOrders;
import org.orderly.ordering.OrderNotFound;
import org.orderly.ordering.OrderQueries;
import org.orderly.ordering.OrderSnapshot;
import org.orderly.ordering.OrderView;
import org.orderly.ordering.access.OrderAccess;
import org.orderly.ordering.access.OrderActor;
import org.orderly.ordering.access.Permission;
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
   * Authenticates a guest by the token of an order. Whether the order still belongs to a guest is
   * left to {@link OrderAccess}.
   *
   * @param token {@code null} if none was sent
   * @throws OrderNotFound if it is not the token of this order
   */
  public OrderActor.Guest authenticate(OrderId id, @Nullable String token) {
    if (!links.opens(token, id)) {
      throw new OrderNotFound(id);
    }
    return new OrderActor.Guest(id);
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
                    id,
                    Objects.requireNonNull(order.guestEmail()),
                    order.shippingAddress().name(),
                    links.token(id)));
  }

  /**
   * Takes a guest's order into an account, with its payments; again does nothing.
   *
   * @throws OrderNotFound also if the token is another order's, or it is in another account
   */
  @Transactional
  public OrderView adopt(OrderId id, String token, UserId owner) {
    OrderActor.Guest guest = authenticate(id, token);
    LockedOrder order = lockedOrders.lock(id);
    if (!isAdoptedBy(owner, order)) {
      OrderAccess.requireLocked(guest, order, Permission.ADOPT);
      order.adopt(owner);
      order.note(null, OrderAdopted.of(order, clock.instant()));
      lockedOrders.close(order);
      payments.adopt(id, owner);
    }
    return order.view();
  }

  private static boolean isAdoptedBy(UserId account, LockedOrder order) {
    return order.guestEmail() != null
        && OrderAccess.findLocked(new OrderActor.Customer(account), order, Permission.VIEW)
            .isPresent();
  }
}
