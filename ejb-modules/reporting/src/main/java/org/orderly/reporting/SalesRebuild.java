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

  /** What the summaries have to say, by what is counted; with conditions on orders and refunds. */
  static final String SUMS =
      """
      select bucket, currency, sum(orders)::bigint as orders, sum(revenue)::bigint as revenue,
        sum(units) as units, sum(refunds)::bigint as refunds, sum(refunded)::bigint as refunded
      from (
        select s.bucket, s.currency, 1 as orders, s.revenue,
          (select coalesce(sum(units), 0) from sales_order_line l
           where l.order_id = s.order_id) as units,
          0 as refunds, 0 as refunded
        from sales_order s where %s
        union all
        select bucket, currency, 0, 0, 0, 1, amount from sales_refund where %s) counted
      group by bucket, currency""";

  /** The same for products, with a condition on orders. */
  static final String PRODUCT_SUMS =
      """
      select s.bucket, s.currency, l.product_id, count(*) as orders,
        sum(l.revenue)::bigint as revenue, sum(l.units) as units
      from sales_order s join sales_order_line l on l.order_id = s.order_id where %s
      group by s.bucket, s.currency, l.product_id""";

  private static final int ORDERS_AT_ONCE = 500;
  private static final UUID BEFORE_ALL = new UUID(0, 0);
  private static final String WITHIN = "bucket >= ? and bucket < ?";

  private static final String NEXT =
      """
      select id from (
        (select id from orders where id > ? order by id limit ?)
        union (select order_id from sales_order where order_id > ? order by order_id limit ?)) o
      order by id limit ?""";

  private static final String DAYS =
      """
      select distinct date_trunc('day', bucket, 'UTC') from (
        select bucket from sales_order union select bucket from sales_refund
        union select bucket from sales_summary union select bucket from sales_of_product) b
      order by 1""";

  private static final String SUM_UP =
      "insert into sales_summary (bucket, currency, orders, revenue, units, refunds, refunded) "
          + SUMS.formatted(WITHIN, WITHIN);

  private static final String SUM_UP_PRODUCTS =
      "insert into sales_of_product (bucket, currency, product_id, orders, revenue, units) "
          + PRODUCT_SUMS.formatted("s.bucket >= ? and s.bucket < ?");

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
    return database.list(
        row -> row.getObject(1, UUID.class),
        NEXT,
        last,
        ORDERS_AT_ONCE,
        last,
        ORDERS_AT_ONCE,
        ORDERS_AT_ONCE);
  }

  private long sumUpAll() {
    List<OffsetDateTime> days = database.list(row -> row.getObject(1, OffsetDateTime.class), DAYS);
    days.forEach(this::sumUp);
    return days.size();
  }

  private void sumUp(OffsetDateTime day) {
    OffsetDateTime next = day.plusDays(1);
    SqlBatch writes = new SqlBatch();
    SalesSummaryRepository.lock(writes);
    writes
        .change("delete from sales_summary where " + WITHIN, day, next)
        .change("delete from sales_of_product where " + WITHIN, day, next)
        .change(SUM_UP, day, next, day, next)
        .change(SUM_UP_PRODUCTS, day, next);
    database.atomically(writes);
  }
}
