package org.orderly.ordering.audit;

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
import org.orderly.inventory.ReservedOrders;
import org.orderly.kernel.Finding;
import org.orderly.kernel.KeyRange;
import org.orderly.kernel.Money;
import org.orderly.payment.ChargedOrders;

/**
 * Compares a range of orders with what the inventory and payment databases hold for them: I3, and
 * the charged amount of I6. There is no common snapshot of three databases, and a checkout reaches
 * them moments apart: a difference may be gone a moment later.
 */
@ApplicationScoped
class CrossCheck {

  private final ReservedOrders reserved;
  private final ChargedOrders charged;

  @Inject
  CrossCheck(ReservedOrders reserved, ChargedOrders charged) {
    this.reserved = reserved;
    this.charged = charged;
  }

  /**
   * @param totals of all orders in the range
   * @param shipped how much of each has been shipped; those of which nothing was are absent
   */
  List<Finding> differences(Map<UUID, Money> totals, Map<UUID, BigDecimal> shipped, KeyRange range)
      throws SQLException {
    Map<UUID, BigDecimal> withStock = reserved.in(range);
    Map<UUID, ChargedOrders.Charged> paid = charged.in(range);
    Set<UUID> all = new HashSet<>(totals.keySet());
    all.addAll(withStock.keySet());
    all.addAll(paid.keySet());
    List<Finding> found = new ArrayList<>();
    for (UUID id : all) {
      if (totals.containsKey(id) != withStock.containsKey(id)) {
        found.add(finding("I3", id, "order and reservation set do not match"));
      } else if (differ(withStock.get(id), shipped.get(id))) {
        found.add(finding("I3", id, "what was shipped is not what has left the stock"));
      }
      if (!paid.containsKey(id) || !paid.get(id).owed().equals(totals.get(id))) {
        found.add(finding("I6", id, "total and amount charged do not match"));
      }
    }
    return found;
  }

  private static boolean differ(BigDecimal left, BigDecimal shipped) {
    return orZero(left).compareTo(orZero(shipped)) != 0;
  }

  private static BigDecimal orZero(BigDecimal number) {
    return number == null ? BigDecimal.ZERO : number;
  }

  private static Finding finding(String check, UUID order, String what) {
    return new Finding(check, order.toString(), "order " + order + ": " + what);
  }
}
