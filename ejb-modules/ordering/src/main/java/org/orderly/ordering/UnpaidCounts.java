package org.orderly.ordering;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.orderly.kernel.Money;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;
import org.orderly.kernel.UserId;
import org.orderly.ordering.quote.OrderedLine;

/**
 * Counts of unpaid orders by buyer, address and product, with those that the current transaction
 * has accepted.
 */
final class UnpaidCounts {

  private record Balance(UserId buyer, Currency currency) {}

  private final UnpaidRules rules;
  private final Map<UserId, Integer> ofBuyer = new HashMap<>();
  private final Map<Balance, Money> amounts = new HashMap<>();
  private final Map<String, Integer> ofSite = new HashMap<>();
  private final Map<UUID, BigDecimal> reserved = new HashMap<>();

  UnpaidCounts(UnpaidRules rules) {
    this.rules = rules;
  }

  void addBuyer(UserId buyer, int orders, Money amount) {
    ofBuyer.merge(buyer, orders, Integer::sum);
    amounts.merge(new Balance(buyer, amount.currency()), amount, Money::plus);
  }

  void addSite(String site, int orders) {
    ofSite.merge(site, orders, Integer::sum);
  }

  private void addProduct(OrderedLine line, int times) {
    addProduct(
        line.productId().value(), line.quantity().value().multiply(BigDecimal.valueOf(times)));
  }

  void addProduct(UUID product, BigDecimal quantity) {
    reserved.merge(product, quantity, BigDecimal::add);
  }

  /**
   * Accepts a further order, which counts from then on.
   *
   * @param site {@code null} if it comes from the shop itself
   * @throws UnpaidLimitReached naming the limit; the order does not count then
   */
  void accept(Order order, String site, Function<ProductId, Quantity> onHand) {
    addBuyer(order.buyer(), 1, order.total());
    if (site != null) {
      addSite(site, 1);
    }
    order.items().lines().forEach(line -> addProduct(line, 1));
    try {
      require(order, site, onHand);
    } catch (UnpaidLimitReached e) {
      addBuyer(order.buyer(), -1, order.total().negated());
      if (site != null) {
        addSite(site, -1);
      }
      order.items().lines().forEach(line -> addProduct(line, -1));
      throw e;
    }
  }

  /**
   * Refuses an order that is counted already.
   *
   * @throws UnpaidLimitReached naming the limit
   */
  void require(Order order, String site, Function<ProductId, Quantity> onHand) {
    rules.requireBuyer(
        ofBuyer.getOrDefault(order.buyer(), 0),
        amounts.getOrDefault(
            new Balance(order.buyer(), order.currency()), Money.zero(order.currency())));
    if (site != null) {
      rules.requireAddress(ofSite.getOrDefault(site, 0));
    }
    for (OrderedLine line : order.items().lines()) {
      rules.requireProduct(
          line.name(),
          reserved.getOrDefault(line.productId().value(), BigDecimal.ZERO),
          onHand.apply(line.productId()).value());
    }
  }
}
