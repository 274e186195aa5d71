package org.orderly.ordering.unpaid;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.orderly.inventory.StockReservations;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;
import org.orderly.ordering.OrderingDatabase;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.platform.persistence.SqlBatch;

/**
 * Limits how much stock orders keep that wait for their money: by buyer, by network address and by
 * product. Whoever gives another e-mail address each time still shares the last two.
 *
 * <p>Orders are counted after their stock is locked, so that what others placed meanwhile is seen:
 * orders of one buyer or address wait for each other at an advisory lock, those of one product at
 * its stock row. Orders that are paid at once ask for none of this.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class UnpaidLimits {

  private final DomainDatabase database;
  private final StockReservations stock;
  private final UnpaidRules rules;

  @Inject
  UnpaidLimits(
      @Domain(OrderingDatabase.NAME) DomainDatabase database,
      StockReservations stock,
      @ConfigProperty(name = "orderly.unpaid.orders", defaultValue = "3") int ordersMax,
      @ConfigProperty(name = "orderly.unpaid.orders.address", defaultValue = "10") int addressMax,
      @ConfigProperty(name = "orderly.unpaid.amount", defaultValue = "1000") BigDecimal amountMax,
      @ConfigProperty(name = "orderly.unpaid.stock.percent", defaultValue = "25") int percentMax) {
    this.database = database;
    this.stock = stock;
    this.rules = new UnpaidRules(ordersMax, addressMax, amountMax, percentMax);
  }

  /**
   * Lets unpaid orders of the same buyers and addresses pass one by one, until the transaction
   * ends. Called before stock is locked, so that nobody waits in a circle.
   */
  public void lock(List<UnpaidOrder> orders) {
    if (!orders.isEmpty()) {
      SqlBatch locks = new SqlBatch();
      UnpaidCountQueries.lock(locks, orders);
      database.run(locks);
    }
  }

  /** Counts the unpaid orders that share a buyer, an address or a product with these. */
  public UnpaidCounts counts(List<UnpaidOrder> orders) {
    return orders.isEmpty()
        ? new UnpaidCounts(rules)
        : UnpaidCountQueries.counts(database, rules, orders);
  }

  /**
   * Refuses an order that has been written and has had its stock reserved in this transaction, if
   * it waits for its money beyond a limit.
   *
   * @throws UnpaidLimitReached naming the limit; the caller's transaction rolls back
   */
  public void require(UnpaidOrder order) {
    Map<ProductId, Quantity> onHand = stock.onHand(order.products().toList());
    counts(List.of(order)).require(order, product -> onHand.getOrDefault(product, Quantity.ZERO));
  }
}
