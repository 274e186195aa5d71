package org.orderly.ordering.access;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.UserId;
import org.orderly.ordering.LockedOrder;
import org.orderly.ordering.quote.OrderLine;

/**
 * The parties of an order, and the rule that says what an actor may do with it.
 *
 * @param isGuests whether it belongs to a guest; not once an account has adopted it
 * @param vendors whose products are among the current lines
 */
record OrderParties(OrderId order, UserId buyer, boolean isGuests, Set<UserId> vendors) {

  private static final Set<Permission> OF_BUYERS =
      Set.of(Permission.VIEW, Permission.CHANGE, Permission.TRACK);
  private static final Set<Permission> OF_VENDORS = Set.of(Permission.TRACK, Permission.HANDLE);
  private static final Set<Permission> OF_API_CLIENTS = Set.of(Permission.VIEW, Permission.TRACK);

  static OrderParties of(LockedOrder order) {
    Set<UserId> vendors =
        order.lines().stream()
            .map(OrderLine::vendor)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return new OrderParties(order.id(), order.buyer(), order.isGuests(), vendors);
  }

  /** The access that the actor has; empty if the order does not exist for them. */
  Optional<GrantedAccess> grant(OrderActor actor, Permission permission) {
    return lines(actor, permission).map(lines -> new GrantedAccess(order, buyer, lines));
  }

  private Optional<VisibleLines> lines(OrderActor actor, Permission permission) {
    return switch (actor) {
      case OrderActor.Admin admin -> all(permission != Permission.ADOPT);
      case OrderActor.ApiClient client -> all(OF_API_CLIENTS.contains(permission));
      case OrderActor.Guest guest ->
          all(
              isGuests
                  && guest.id().equals(order)
                  && (OF_BUYERS.contains(permission) || permission == Permission.ADOPT));
      case OrderActor.Customer customer -> ofBuyer(customer.id(), permission);
      case OrderActor.Vendor vendor ->
          ofBuyer(vendor.id(), permission).or(() -> ofVendor(vendor.id(), permission));
    };
  }

  private Optional<VisibleLines> ofBuyer(UserId account, Permission permission) {
    return all(buyer.equals(account) && OF_BUYERS.contains(permission));
  }

  private Optional<VisibleLines> ofVendor(UserId account, Permission permission) {
    return vendors.contains(account) && OF_VENDORS.contains(permission)
        ? Optional.of(new VisibleLines.OfVendor(account))
        : Optional.empty();
  }

  private static Optional<VisibleLines> all(boolean granted) {
    return granted ? Optional.of(VisibleLines.ALL) : Optional.empty();
  }
}
