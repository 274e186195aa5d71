package org.orderly.ordering.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.orderly.kernel.OrderId;
import org.orderly.ordering.LockedOrder;
import org.orderly.ordering.OrderNotFound;

/**
 * Decides who may see or change an order: buyers, guests, vendors, admins and API clients.
 *
 * <p>To an actor without the permission the order does not exist, so that nobody learns which
 * orders there are. What reads an order asks by its id; what changes one asks again with the locked
 * order, since an account may have adopted it meanwhile.
 */
@ApplicationScoped
public class OrderAccess {

  private final OrderPartiesQueries parties;

  @Inject
  OrderAccess(OrderPartiesQueries parties) {
    this.parties = parties;
  }

  /**
   * Needs no transaction.
   *
   * @throws OrderNotFound if the actor lacks the permission, or there is no such order
   */
  public GrantedAccess require(OrderActor actor, OrderId order, Permission permission) {
    return find(actor, order, permission).orElseThrow(() -> new OrderNotFound(order));
  }

  /** As {@link #require}; empty instead of a failure. */
  public Optional<GrantedAccess> find(OrderActor actor, OrderId order, Permission permission) {
    return parties.of(order).flatMap(found -> found.grant(actor, permission));
  }

  /**
   * The same for a locked order, which cannot change hands meanwhile.
   *
   * @throws OrderNotFound if the actor lacks the permission
   */
  public static GrantedAccess requireLocked(
      OrderActor actor, LockedOrder order, Permission permission) {
    return findLocked(actor, order, permission).orElseThrow(() -> new OrderNotFound(order.id()));
  }

  /** As {@link #requireLocked}; empty instead of a failure. */
  public static Optional<GrantedAccess> findLocked(
      OrderActor actor, LockedOrder order, Permission permission) {
    return OrderParties.of(order).grant(actor, permission);
  }

  /** The lines that an actor handles, of all orders; empty for whoever handles none. */
  public static Optional<VisibleLines> handledLines(OrderActor actor) {
    return switch (actor) {
      case OrderActor.Admin admin -> Optional.of(VisibleLines.ALL);
      case OrderActor.Vendor vendor -> Optional.of(new VisibleLines.OfVendor(vendor.id()));
      case OrderActor.ApiClient client -> Optional.empty();
      case OrderActor.Customer customer -> Optional.empty();
      case OrderActor.Guest guest -> Optional.empty();
    };
  }
}
