package org.orderly.ordering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.orderly.inventory.ReservationLine;
import org.orderly.inventory.StockReservations;
import org.orderly.kernel.Money;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;
import org.orderly.ordering.quote.OrderedLine;
import org.orderly.platform.persistence.BatchResult;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.platform.persistence.SqlBatch;
import org.orderly.platform.request.RequestContext;

/**
 * Limits how much stock orders keep that wait for their money: by buyer, by network address and by
 * product. Whoever gives another e-mail address each time still shares the last two.
 *
 * <p>The order is counted after it is written and its stock is locked, so that what others placed
 * meanwhile is seen: orders of one buyer or address wait for each other at an advisory lock, those
 * of one product at its stock row. Orders that are paid at once ask for none of this.
 */
@ApplicationScoped
public class UnpaidLimits {

  private static final String LOCK =
      "select pg_advisory_xact_lock(hashtextextended('unpaid ' || ?, 0))";

  private static final String OF_BUYER =
      """
      select count(*), coalesce(sum(total) filter (where currency = ?), 0) from orders
      where user_id = ? and expires_at is not null""";

  private static final String OF_ADDRESS =
      "select count(*) from orders where placed_from = ? and expires_at is not null";

  private static final String OF_PRODUCTS =
      """
      select l.product_id, sum(l.quantity) from orders o
      join order_line l on l.order_id = o.id and l.revision = o.revision
      where o.expires_at is not null and l.product_id = any (?) group by l.product_id""";

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

  /** Lets orders of this buyer and address pass one by one, until the transaction ends. */
  static void lock(SqlBatch writes, Order order) {
    // always the buyer first, so that no two orders wait for each other
    writes.lock(LOCK, order.buyer().toString());
    if (site() != null) {
      writes.lock(LOCK, site());
    }
  }

  /**
   * Whom the request's address stands for; {@code null} for the shop itself. It is kept with the
   * order for as long as it waits.
   */
  static String site() {
    String site = RequestContext.current().site();
    return site.isEmpty() ? null : site;
  }

  /** Called before stock is locked for a changed order, so that nobody waits in a circle. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void lock(LockedOrder order) {
    if (order.view().expiresAt() != null) {
      SqlBatch locks = new SqlBatch();
      lock(locks, order.order());
      database.run(locks);
    }
  }

  /**
   * Refuses an order that has been written and has had its stock reserved in this transaction, if
   * it waits for its money and does so beyond a limit.
   *
   * @throws UnpaidLimitReached naming the limit; the caller's transaction rolls back
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void require(LockedOrder order) {
    if (order.view().expiresAt() != null) {
      require(order.order());
    }
  }

  void require(Order order) {
    List<ProductId> products =
        order.reservationLines().stream().map(ReservationLine::productId).toList();
    SqlBatch batch = new SqlBatch();
    BatchResult<Unpaid> ofBuyer =
        batch.one(
            row -> new Unpaid(row.getInt(1), new Money(row.getLong(2), order.currency())),
            OF_BUYER,
            order.currency().getCurrencyCode(),
            order.buyer().value());
    Optional<BatchResult<Integer>> ofAddress =
        Optional.ofNullable(site()).map(site -> batch.one(row -> row.getInt(1), OF_ADDRESS, site));
    List<UUID> ids = products.stream().map(ProductId::value).toList();
    BatchResult<List<Map.Entry<UUID, BigDecimal>>> ofProducts =
        batch.list(
            row -> Map.entry(row.getObject(1, UUID.class), row.getBigDecimal(2)),
            OF_PRODUCTS,
            SqlBatch.column("uuid", ids));
    database.run(batch);
    rules.requireBuyer(ofBuyer.get().orders(), ofBuyer.get().amount());
    ofAddress.map(BatchResult::get).ifPresent(rules::requireAddress);
    Map<UUID, BigDecimal> reserved = new HashMap<>();
    ofProducts.get().forEach(product -> reserved.put(product.getKey(), product.getValue()));
    Map<ProductId, Quantity> onHand = stock.onHand(products);
    order.items().lines().forEach(line -> requireProduct(line, reserved, onHand));
  }

  private void requireProduct(
      OrderedLine line, Map<UUID, BigDecimal> reserved, Map<ProductId, Quantity> onHand) {
    ProductId id = line.productId();
    BigDecimal kept = reserved.getOrDefault(id.value(), BigDecimal.ZERO);
    rules.requireProduct(line.name(), kept, onHand.getOrDefault(id, Quantity.ZERO).value());
  }

  /** The unpaid orders of a buyer, including the current one. */
  private record Unpaid(int orders, Money amount) {}
}
