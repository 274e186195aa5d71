package org.orderly.ordering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.orderly.inventory.ReservationLine;
import org.orderly.inventory.StockReservations;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.platform.persistence.SqlBatch;
import org.orderly.platform.request.RequestContext;

/**
 * Limits how much stock orders keep that wait for their money: by buyer, by network address and by
 * product. Whoever gives another e-mail address each time still shares the last two.
 *
 * <p>Orders are counted after their stock is locked, so that what others placed meanwhile is seen:
 * orders of one buyer or address wait for each other at an advisory lock, those of one product at
 * its stock row. Orders that are paid at once ask for none of this.
 */
@ApplicationScoped
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
   * Whom a request's address stands for; {@code null} for the shop itself. It is kept with the
   * order for as long as it waits.
   */
  static String site(RequestContext context) {
    return context.site().isEmpty() ? null : context.site();
  }

  /**
   * Lets checkouts of unpaid orders of the same buyers and addresses pass one by one, until the
   * transaction ends.
   */
  void lock(List<CheckoutCandidate> unpaid) {
    lock(orders(unpaid), sites(unpaid));
  }

  /** Counts the unpaid orders that share a buyer, an address or a product with these. */
  UnpaidCounts counts(List<CheckoutCandidate> unpaid) {
    return counts(orders(unpaid), sites(unpaid));
  }

  /** Called before stock is locked for a changed order, so that nobody waits in a circle. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void lock(LockedOrder order) {
    if (order.view().expiresAt() != null) {
      lock(List.of(order.order()), sites());
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
      List<ProductId> products =
          order.order().reservationLines().stream().map(ReservationLine::productId).toList();
      Map<ProductId, Quantity> onHand = stock.onHand(products);
      counts(List.of(order.order()), sites())
          .require(
              order.order(),
              site(RequestContext.current()),
              product -> onHand.getOrDefault(product, Quantity.ZERO));
    }
  }

  private void lock(List<Order> orders, List<String> sites) {
    if (!orders.isEmpty()) {
      SqlBatch locks = new SqlBatch();
      UnpaidCountQueries.lock(locks, orders, sites);
      database.run(locks);
    }
  }

  private UnpaidCounts counts(List<Order> orders, List<String> sites) {
    return orders.isEmpty()
        ? new UnpaidCounts(rules)
        : UnpaidCountQueries.counts(database, rules, orders, sites);
  }

  private static List<Order> orders(List<CheckoutCandidate> unpaid) {
    return unpaid.stream().map(CheckoutCandidate::order).toList();
  }

  private static List<String> sites(List<CheckoutCandidate> unpaid) {
    return unpaid.stream()
        .map(CheckoutCandidate::site)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  private static List<String> sites() {
    return Stream.ofNullable(site(RequestContext.current())).toList();
  }
}
