package org.orderly.reporting;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.orderly.kernel.Money;
import org.orderly.platform.persistence.SqlBatch;

/**
 * The statements that keep the summaries; all of them under one lock, so that none misses another.
 */
final class SalesSummaryRepository {

  private static final String LOCK = "select pg_advisory_xact_lock(7305901)";

  /** Adds what orders are counted for, or takes it away, by the sign. */
  private static final String SUMMARIES =
      """
      insert into sales_summary as kept (bucket, currency, orders, revenue, units)
      select s.bucket, s.currency, p.sign * count(*), p.sign * sum(s.revenue), p.sign * sum(
          (select coalesce(sum(units), 0) from sales_order_line l
           where l.order_id = s.order_id))
      from sales_order s cross join (select ? as sign) p
      where s.order_id = any (?)
      group by s.bucket, s.currency, p.sign
      on conflict (bucket, currency) do update set orders = kept.orders + excluded.orders,
        revenue = kept.revenue + excluded.revenue, units = kept.units + excluded.units""";

  private static final String PRODUCTS =
      """
      insert into sales_of_product as kept (bucket, currency, product_id, orders, revenue, units)
      select s.bucket, s.currency, l.product_id, p.sign * count(*), p.sign * sum(l.revenue),
        p.sign * sum(l.units)
      from sales_order s join sales_order_line l on l.order_id = s.order_id
      cross join (select ? as sign) p
      where s.order_id = any (?)
      group by s.bucket, s.currency, l.product_id, p.sign
      on conflict (bucket, currency, product_id) do update set
        orders = kept.orders + excluded.orders, revenue = kept.revenue + excluded.revenue,
        units = kept.units + excluded.units""";

  private static final String FORGET_LINES =
      "delete from sales_order_line where order_id = any (?)";

  private static final String FORGET = "delete from sales_order where order_id = any (?)";

  /** One statement, so that an order and its lines are of one moment. */
  private static final String KEEP =
      """
      with now as materialized (select * from sales_now where order_id = any (?)),
      counted as (
        insert into sales_order (order_id, buyer, bucket, currency, revenue)
        select order_id, buyer, bucket, currency, revenue from now)
      insert into sales_order_line (order_id, product_id, units, revenue)
      select l.order_id, l.product_id, l.quantity, l.line_total + l.adjusted
      from now n join order_line l on l.order_id = n.order_id and l.revision = n.revision""";

  private static final String REFUND =
      """
      with refund as (
        insert into sales_refund (event_id, order_id, bucket, currency, amount)
        values (?, ?, date_bin('15 minutes', ?, timestamptz '2000-01-01 00:00:00+00'), ?, ?)
        returning bucket, currency, amount)
      insert into sales_summary as kept (bucket, currency, refunds, refunded)
      select bucket, currency, 1, amount from refund
      on conflict (bucket, currency) do update set refunds = kept.refunds + 1,
        refunded = kept.refunded + excluded.refunded""";

  private SalesSummaryRepository() {}

  /** Keeps everybody else away from the summaries until the transaction ends; they may be read. */
  static void lock(SqlBatch writes) {
    writes.lock(LOCK);
  }

  /** Counts orders for what they are now, whatever they were counted for before; idempotent. */
  static void recount(SqlBatch writes, List<UUID> orders) {
    Object ids = SqlBatch.column("uuid", orders);
    lock(writes);
    writes
        .change(SUMMARIES, -1, ids)
        .change(PRODUCTS, -1, ids)
        .change(FORGET_LINES, ids)
        .change(FORGET, ids)
        .change(KEEP, ids)
        .change(SUMMARIES, 1, ids)
        .change(PRODUCTS, 1, ids);
  }

  /** Counts a refund, once per event. */
  static void refunded(SqlBatch writes, UUID event, UUID order, Instant at, Money amount) {
    lock(writes);
    writes.change(
        REFUND,
        event,
        order,
        at.atOffset(ZoneOffset.UTC),
        amount.currency().getCurrencyCode(),
        amount.minorUnits());
  }
}
