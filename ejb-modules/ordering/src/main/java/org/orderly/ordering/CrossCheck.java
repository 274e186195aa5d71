package org.orderly.ordering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.orderly.inventory.ReservedOrders;
import org.orderly.kernel.InvariantCheck;
import org.orderly.kernel.Money;
import org.orderly.payment.ChargedOrders;

/**
 * Compares the orders with what the inventory and payment databases hold for them: I3, and the
 * charged amount of I6.
 *
 * <p>There is no common snapshot of three databases, and a checkout reaches them moments apart. So
 * a difference counts only if it is still there after the longest time a commit may take to arrive.
 */
@ApplicationScoped
class CrossCheck {

  private static final int WINDOW = 5_000;
  private static final UUID FIRST = new UUID(0, 0);
  private static final UUID LAST = new UUID(-1, -1);
  private static final Duration ARRIVAL = Duration.ofSeconds(3);
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final OrderTotals orders;
  private final ReservedOrders reserved;
  private final ChargedOrders charged;

  /** What differs, by order. */
  record Differences(Set<UUID> reservation, Set<UUID> charge) {
    boolean isEmpty() {
      return reservation.isEmpty() && charge.isEmpty();
    }
  }

  @Inject
  CrossCheck(OrderTotals orders, ReservedOrders reserved, ChargedOrders charged) {
    this.orders = orders;
    this.reserved = reserved;
    this.charged = charged;
  }

  Differences run() throws SQLException, InterruptedException {
    Differences found = new Differences(new HashSet<>(), new HashSet<>());
    UUID after = FIRST;
    while (!after.equals(LAST)) {
      Map<UUID, Money> window = orders.between(after, LAST, WINDOW);
      UUID upTo = window.size() < WINDOW ? LAST : lastOf(window);
      compare(window, after, upTo, found);
      after = upTo;
    }
    return settled(found);
  }

  static InvariantCheck reservationCheck(Differences found) {
    return InvariantCheck.of(
        "I3",
        "every placed order has exactly one reservation set, and no other has one",
        found.reservation().size(),
        names(found.reservation(), "order and reservation set do not match"));
  }

  static InvariantCheck totalCheck(InvariantCheck ofLines, Differences found) {
    List<String> sample = new ArrayList<>(ofLines.sample());
    sample.addAll(names(found.charge(), "total and amount charged do not match"));
    return InvariantCheck.of(
        ofLines.id(), ofLines.name(), ofLines.violations() + found.charge().size(), sample);
  }

  private void compare(Map<UUID, Money> totals, UUID after, UUID upTo, Differences found)
      throws SQLException {
    Set<UUID> withStock = reserved.between(after, upTo);
    Map<UUID, Money> paid = charged.between(after, upTo);
    Set<UUID> all = new HashSet<>(totals.keySet());
    all.addAll(withStock);
    all.addAll(paid.keySet());
    for (UUID id : all) {
      if (totals.containsKey(id) != withStock.contains(id)) {
        found.reservation().add(id);
      }
      if (!totals.containsKey(id) || !totals.get(id).equals(paid.get(id))) {
        found.charge().add(id);
      }
    }
  }

  private Differences settled(Differences found) throws SQLException, InterruptedException {
    long deadline = System.nanoTime() + ARRIVAL.toNanos();
    while (!found.isEmpty() && System.nanoTime() < deadline) {
      TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
      Set<UUID> suspects = new HashSet<>(found.reservation());
      suspects.addAll(found.charge());
      found = new Differences(new HashSet<>(), new HashSet<>());
      for (UUID id : suspects) {
        UUID before = new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() - 1);
        compare(orders.between(before, id, 1), before, id, found);
      }
    }
    return found;
  }

  private static UUID lastOf(Map<UUID, Money> window) {
    UUID last = null;
    for (Iterator<UUID> ids = window.keySet().iterator(); ids.hasNext(); ) {
      last = ids.next();
    }
    return last;
  }

  private static List<String> names(Set<UUID> orders, String what) {
    return orders.stream()
        .sorted()
        .limit(InvariantCheck.SAMPLE_SIZE)
        .map(id -> "order " + id + ": " + what)
        .toList();
  }
}
