package org.orderly.reporting;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.orderly.kernel.Money;
import org.orderly.platform.persistence.DomainDatabase;
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

  private SalesSummaryRepository() {}

  /** The next orders by id: those that there are, and those that were counted. */
  static List<UUID> ordersAfter(DomainDatabase database, UUID last, int atMost) {
    return database.list(
        row -> row.getObject(1, UUID.class), NEXT, last, atMost, last, atMost, atMost);
  }

  /** The days, in UTC, of which something was counted or summed up. */
  static List<OffsetDateTime> days(DomainDatabase database) {
    return database.list(row -> row.getObject(1, OffsetDateTime.class), DAYS);
  }

  /** Makes the summaries of a time anew, from what is counted. */
  static void sumUp(SqlBatch writes, OffsetDateTime from, OffsetDateTime to) {
    lock(writes);
    writes
        .change("delete from sales_summary where " + WITHIN, from, to)
        .change("delete from sales_of_product where " + WITHIN, from, to)
        .change(SUM_UP, from, to, from, to)
        .change(SUM_UP_PRODUCTS, from, to);
  }

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
