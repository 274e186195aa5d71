package org.orderly.ordering.unpaid;

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
import org.orderly.ordering.quote.OrderLine;

/**
 * Counts of unpaid orders by buyer, address and product, with those that the current transaction
 * has accepted.
 */
public final class UnpaidCounts {

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

  private void addProduct(OrderLine line, int times) {
    addProduct(
        line.productId().value(), line.quantity().value().multiply(BigDecimal.valueOf(times)));
  }

  void addProduct(UUID product, BigDecimal quantity) {
    reserved.merge(product, quantity, BigDecimal::add);
  }

  /**
   * Accepts a further order, which counts from then on.
   *
   * @throws UnpaidLimitReached naming the limit; the order does not count then
   */
  public void accept(UnpaidOrder order, Function<ProductId, Quantity> onHand) {
    add(order, 1);
    try {
      require(order, onHand);
    } catch (UnpaidLimitReached e) {
      add(order, -1);
      throw e;
    }
  }

  /** Adds an order, or takes it out again. */
  private void add(UnpaidOrder order, int times) {
    addBuyer(order.buyer(), times, times < 0 ? order.total().negated() : order.total());
    order.address().ifPresent(site -> addSite(site, times));
    order.items().lines().forEach(line -> addProduct(line, times));
  }

  /**
   * Refuses an order that is counted already.
   *
   * @throws UnpaidLimitReached naming the limit
   */
  void require(UnpaidOrder order, Function<ProductId, Quantity> onHand) {
    Currency currency = order.total().currency();
    rules.requireBuyer(
        ofBuyer.getOrDefault(order.buyer(), 0),
        amounts.getOrDefault(new Balance(order.buyer(), currency), Money.zero(currency)));
    order.address().ifPresent(site -> rules.requireAddress(ofSite.getOrDefault(site, 0)));
    for (OrderLine line : order.items().lines()) {
      rules.requireProduct(
          line.name(),
          reserved.getOrDefault(line.productId().value(), BigDecimal.ZERO),
          onHand.apply(line.productId()).value());
    }
  }
}
