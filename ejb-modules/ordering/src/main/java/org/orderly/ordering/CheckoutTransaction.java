package org.orderly.ordering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.orderly.inventory.LockedStock;
import org.orderly.inventory.StockReservations;
import org.orderly.ordering.unpaid.UnpaidLimits;
import org.orderly.ordering.unpaid.UnpaidOrder;
import org.orderly.payment.LockedFunds;
import org.orderly.payment.Payments;
import org.orderly.platform.group.GroupFailed;
import org.orderly.platform.group.GroupResult;
import org.orderly.platform.idempotency.GroupClaim;
import org.orderly.platform.idempotency.IdempotencyKeys;
import org.orderly.platform.idempotency.IdempotentResult;
import org.orderly.platform.persistence.BatchResult;
import org.orderly.platform.persistence.DatabaseUnavailable;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.platform.persistence.SqlBatch;
import org.orderly.platform.persistence.Transactions;

/**
 * The transaction that places a group of orders over the ordering, payment and inventory databases:
 * all that are accepted commit together, with their stock and money; of those that are refused,
 * nothing is written.
 *
 * <p>Everybody locks in the same order: idempotency keys and carts, which nobody waits for;
 * wallets; buyers and addresses of unpaid orders; stock.
 */
@ApplicationScoped
class CheckoutTransaction {

  private final Transactions transactions;
  private final DomainDatabase database;
  private final IdempotencyKeys keys;
  private final OrderRepository orders;
  private final Payments payments;
  private final StockReservations stock;
  private final UnpaidLimits limits;
  private final Clock clock;

  @Inject
  CheckoutTransaction(
      Transactions transactions,
      @Domain(OrderingDatabase.NAME) DomainDatabase database,
      @Domain(OrderingDatabase.NAME) IdempotencyKeys keys,
      OrderRepository orders,
      Payments payments,
      StockReservations stock,
      UnpaidLimits limits,
      Clock clock) {
    this.transactions = transactions;
    this.database = database;
    this.keys = keys;
    this.orders = orders;
    this.payments = payments;
    this.stock = stock;
    this.limits = limits;
    this.clock = clock;
  }

  /** Ends a transaction in which nothing is to be written. */
  private static final class AllRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<GroupResult<IdempotentResult<OrderView>>> results;

    AllRefused(List<GroupResult<IdempotentResult<OrderView>>> results) {
      super("no order of the group is placed", null, false, false);
      this.results = results;
    }
  }

  /**
   * Places the orders in the order in which they are given.
   *
   * @return of each checkout the order, new or of an earlier request, or why it was refused
   * @throws GroupFailed if the transaction may have committed, or a database is away
   */
  List<GroupResult<IdempotentResult<OrderView>>> commit(List<PendingCheckout> group) {
    try {
      return transactions.required(() -> place(group));
    } catch (AllRefused e) {
      return e.results;
    } catch (RuntimeException e) {
      throw isUnknown(e) || DatabaseUnavailable.isOutage(e) ? new GroupFailed(e) : e;
    }
  }

  private static boolean isUnknown(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .anyMatch(
            cause ->
                cause instanceof HeuristicMixedException
                    || cause instanceof HeuristicRollbackException);
  }

  private List<GroupResult<IdempotentResult<OrderView>>> place(List<PendingCheckout> group) {
    SqlBatch opening = new SqlBatch();
    GroupClaim<OrderView> claims =
        keys.claim(
            opening, group.stream().map(checkout -> checkout.request()).toList(), OrderView.class);
    CartClaims carts =
        orders.claimCarts(
            opening,
            group.stream()
                .map(checkout -> checkout.pricedItems().cartId())
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    BatchResult<List<Long>> numbers = orders.nextNumbers(opening, group.size());
    database.run(opening);
    List<PendingCheckout> open =
        group.stream().filter(checkout -> claims.isOpen(checkout.request())).toList();

    LockedFunds funds = payments.lock(open.stream().map(PendingCheckout::charge).toList());
    List<UnpaidOrder> unpaid =
        open.stream().map(PendingCheckout::unpaid).flatMap(Optional::stream).toList();
    limits.lock(unpaid);
    LockedStock locked = stock.lock(open.stream().flatMap(PendingCheckout::products).toList());
    Instant now = clock.instant();
    CheckoutDecider decider =
        new CheckoutDecider(claims, carts, funds, limits.counts(unpaid), locked, now);
    int year = now.atZone(clock.getZone()).getYear();
    List<GroupResult<IdempotentResult<OrderView>>> results = new ArrayList<>();
    for (int i = 0; i < group.size(); i++) {
      results.add(decider.decide(group.get(i), Order.number(year, numbers.get().get(i))));
    }
    if (decider.accepted().isEmpty()) {
      throw new AllRefused(results);
    }

    SqlBatch writes = new SqlBatch();
    orders.insert(writes, decider.accepted());
    keys.keep(writes, decider.kept());
    database.run(writes);
    payments.write(funds);
    stock.write(locked);
    return results;
  }
}
