package org.orderly.integrity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.inventory.integrity.ReservationQueries;
import org.orderly.ordering.OrderStatus;
import org.orderly.payment.audit.ChargedOrderQueries;
import org.orderly.platform.integrity.Finding;
import org.orderly.platform.integrity.KeyRange;

/**
 * Compares a range of orders with what the inventory and payment databases hold for them: I3, and
 * the charged amount of I6. There is no common snapshot of three databases, and a checkout reaches
 * them moments apart: a difference may be gone a moment later.
 */
@ApplicationScoped
class CrossCheck {

  private final ReservationQueries reserved;
  private final ChargedOrderQueries charged;

  @Inject
  CrossCheck(ReservationQueries reserved, ChargedOrderQueries charged) {
    this.reserved = reserved;
    this.charged = charged;
  }

  /**
   * @param orders all in the range
   * @param shipped how much of each has been shipped; those of which nothing was are absent
   */
  List<Finding> differences(
      Map<UUID, CheckedOrder> orders, Map<UUID, BigDecimal> shipped, KeyRange range)
      throws SQLException {
    Map<UUID, ReservationQueries.Reserved> kept = reserved.in(range);
    Map<UUID, ChargedOrderQueries.Charged> paid = charged.in(range);
    Set<UUID> all = new HashSet<>(orders.keySet());
    all.addAll(kept.keySet());
    all.addAll(paid.keySet());
    List<Finding> found = new ArrayList<>();
    for (UUID id : all) {
      CheckedOrder order = orders.get(id);
      ReservationQueries.Reserved reservation = kept.get(id);
      if (order == null
          || reservation == null
          || order.status().keepsStock() != reservation.live()) {
        found.add(finding("I3", id, "order and reservation set do not match"));
      } else if (orZero(shipped.get(id)).compareTo(orZero(reservation.left())) != 0) {
        found.add(finding("I3", id, "what was shipped is not what has left the stock"));
      }
      if (!agree(order, paid.get(id))) {
        found.add(finding("I6", id, "order and what was charged for it do not match"));
      }
    }
    return found;
  }

  /** Of a cancelled order nothing may stay here, once the gateway has given back what it has to. */
  private static boolean agree(
      @Nullable CheckedOrder order, ChargedOrderQueries.@Nullable Charged charged) {
    if (order == null || charged == null) {
      return false;
    }
    return order.status() == OrderStatus.CANCELLED
        ? charged.open() || charged.kept().isZero()
        : charged.owed().equals(order.total());
  }

  private static BigDecimal orZero(@Nullable BigDecimal number) {
    return number == null ? BigDecimal.ZERO : number;
  }

  private static Finding finding(String check, UUID order, String what) {
    return new Finding(check, order.toString(), "order " + order + ": " + what);
  }
}
