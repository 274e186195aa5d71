package org.orderly.reporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.orderly.ordering.OrderingDatabase;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.platform.persistence.SqlBatch;

/**
 * Makes the summaries anew from the orders, while events go on changing them: each step is a small
 * transaction under the lock that counting takes, too. What it does not look at is refunds: they
 * are kept as their events told them.
 */
@ApplicationScoped
public class SalesRebuild {

  private static final int ORDERS_AT_ONCE = 500;
  private static final UUID BEFORE_ALL = new UUID(0, 0);
  private final DomainDatabase database;
  private final AtomicBoolean running = new AtomicBoolean();

  @Inject
  SalesRebuild(@Domain(OrderingDatabase.NAME) DomainDatabase database) {
    this.database = database;
  }

  /**
   * What was done.
   *
   * @param orders how many were looked at
   * @param days how many were summed up
   */
  public record Outcome(long orders, long days) {}

  /**
   * Runs to the end, which may take minutes; idempotent. Call it without a transaction.
   *
   * @throws RebuildRuns if this instance is at it already; two instances do no harm
   */
  public Outcome run() {
    if (!running.compareAndSet(false, true)) {
      throw new RebuildRuns();
    }
    try {
      return new Outcome(recountAll(), sumUpAll());
    } finally {
      running.set(false);
    }
  }

  private long recountAll() {
    long counted = 0;
    List<UUID> orders = after(BEFORE_ALL);
    while (!orders.isEmpty()) {
      SqlBatch writes = new SqlBatch();
      SalesSummaryRepository.recount(writes, orders);
      database.atomically(writes);
      counted += orders.size();
      orders = after(orders.get(orders.size() - 1));
    }
    return counted;
  }

  private List<UUID> after(UUID last) {
    return SalesSummaryRepository.ordersAfter(database, last, ORDERS_AT_ONCE);
  }

  private long sumUpAll() {
    List<OffsetDateTime> days = SalesSummaryRepository.days(database);
    days.forEach(this::sumUp);
    return days.size();
  }

  private void sumUp(OffsetDateTime day) {
    SqlBatch writes = new SqlBatch();
    SalesSummaryRepository.sumUp(writes, day, day.plusDays(1));
    database.atomically(writes);
  }
}
