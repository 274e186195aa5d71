package org.orderly.integrity;

import java.util.List;
import org.orderly.platform.integrity.KeyRangeQueries;
import org.orderly.platform.integrity.RangeCheck;

/**
 * Checks of the ordering database alone: the order's part of I6 and I3, then I7 and I8.
 *
 * <p>What belongs to a single row is looked up by a subquery of its own: the planner misjudges
 * ranges of UUIDs, and would rather read the whole other table than join by an index.
 */
final class OrderCheckQueries {

  static final KeyRangeQueries ORDERS =
      new KeyRangeQueries(KeyRangeQueries.Kind.UUID, "id", "orders", true);
  static final KeyRangeQueries CALLERS =
      new KeyRangeQueries(
          KeyRangeQueries.Kind.UUID,
          "caller",
          "idempotency_key where operation = 'place-order'",
          false);
  static final KeyRangeQueries EVENTS =
      new KeyRangeQueries(KeyRangeQueries.Kind.NUMBER, "seq", "outbox", false);

  private static final RangeCheck TOTALS =
      new RangeCheck(
          "I6",
          """
          select o.id, 'order ' || o.id || ': total ' || o.total || ', lines '
                 || coalesce(lines.total, 0) || ', shipping and fees ' || services.total
          from orders o
          cross join lateral (
            select sum(line_total + adjusted) as total,
                   bool_or(line_total <> round(quantity * unit_price)
                           or line_total + adjusted < 0) as odd
            from order_line where order_id = o.id and revision = o.revision) lines
          cross join lateral (
            select coalesce(sum(amount), 0) as total from order_adjustment
            where order_id = o.id and revision = o.revision and kind in ('SHIPPING', 'FEE')) services
          where o.id > :above and o.id <= :upto
            and (o.total <> coalesce(lines.total, 0) + services.total or lines.odd)
          """);

  /** What lines were adjusted by is explained by adjustments, and none is missing. */
  private static final RangeCheck ADJUSTMENTS =
      new RangeCheck(
          "I6",
          """
          select o.id, 'order ' || o.id || ': lines are adjusted by ' || coalesce(lines.adjusted, 0)
                 || ', its ' || of_order.rows + of_lines.rows || ' adjustments of '
                 || o.adjustments || ' add up to ' || of_order.amount + of_lines.amount
          from orders o
          cross join lateral (
            select sum(adjusted) as adjusted
            from order_line where order_id = o.id and revision = o.revision) lines
          cross join lateral (
            select count(*) as rows,
                   coalesce(sum(amount) filter (where kind in ('DISCOUNT', 'TAX')), 0) as amount
            from order_adjustment where order_id = o.id and revision = o.revision) of_order
          cross join lateral (
            select count(*) as rows, coalesce(sum(amount), 0) as amount
            from order_line_adjustment where order_id = o.id and revision = o.revision) of_lines
          where o.id > :above and o.id <= :upto
            and (o.adjustments <> of_order.rows + of_lines.rows
                 or coalesce(lines.adjusted, 0) <> of_order.amount + of_lines.amount)
          """);

  /**
   * Rounding each return for itself could give back more than its line cost. If the rest of the
   * order was cancelled after goods had come back, what they cost was rounded anew.
   */
  private static final RangeCheck RETURNED =
      new RangeCheck(
          "I6",
          """
          select o.id, 'order ' || o.id || ': ' || back.quantity || ' of product '
                 || back.product_id || ' came back for ' || back.value || ', its line cost '
                 || coalesce(line.line_total + line.adjusted, 0)
          from orders o
          cross join lateral (
            select i.product_id, sum(i.received) as quantity, sum(i.received_value) as value
            from order_return r join return_item i on i.return_id = r.id
            where r.order_id = o.id group by i.product_id) back
          left join order_line line on line.order_id = o.id and line.revision = o.revision
            and line.product_id = back.product_id
          where o.id > :above and o.id <= :upto
            and (back.value > coalesce(line.line_total + line.adjusted, 0)
                 or abs(back.value - coalesce(charged_for(
                          back.quantity, line.quantity, line.unit_price, line.adjusted), 0))
                    > case when back.quantity < line.quantity and (
                             select count(*) from order_line earlier
                             where earlier.order_id = o.id and earlier.revision = o.revision - 1
                               and earlier.product_id = back.product_id
                               and earlier.adjusted <> 0) > 0 then 1 else 0 end)
          """);

  /** Only of orders that say so, or have a shipment, the lines are summed up. */
  private static final RangeCheck SHIPPED =
      new RangeCheck(
          "I3",
          """
          select o.id, 'order ' || o.id || ': is ' || o.status || ', shipped ' || shipped.total
                 || ' of ' || ordered.total
          from orders o
          cross join lateral (
            select coalesce(sum(i.quantity), 0) as total
            from shipment s join shipment_item i on i.shipment_id = s.id
            where s.order_id = o.id) shipped
          cross join lateral (
            select sum(quantity) as total from order_line
            where order_id = o.id and revision = o.revision) ordered
          where o.id > :above and o.id <= :upto
            and (o.status in ('PARTIALLY_SHIPPED', 'SHIPPED', 'DELIVERED', 'RETURNED')
                 or (select count(*) from shipment where order_id = o.id) > 0)
            and case when o.status in ('SHIPPED', 'DELIVERED', 'RETURNED')
                     then shipped.total <> ordered.total
                     when o.status = 'PARTIALLY_SHIPPED'
                     then shipped.total <= 0 or shipped.total >= ordered.total
                     else true end
          """);

  private static final RangeCheck CARTS =
      new RangeCheck(
          "I7",
          """
          select o.id, 'cart ' || o.cart_id || ': order ' || o.id || ' is not its only one'
          from orders o
          where o.id > :above and o.id <= :upto and o.cart_id is not null
            and (select count(*) from orders other where other.cart_id = o.cart_id) > 1
          """);

  private static final RangeCheck STEPS =
      new RangeCheck(
          "I8",
          """
          select o.id, 'order ' || o.id || ': is ' || o.status || ', last step leads to '
                 || coalesce(last.to_status, 'nothing')
          from orders o
          left join lateral (
            select to_status from order_transition
            where order_id = o.id order by step desc limit 1) last on true
          where o.id > :above and o.id <= :upto and last.to_status is distinct from o.status
          union all
          select order_id, 'order ' || order_id || ': step ' || step
                 || ' does not follow the one before'
          from (select order_id, step, from_status,
                       lag(to_status) over of_order as before, lag(step) over of_order as last
                from order_transition where order_id > :above and order_id <= :upto
                window of_order as (partition by order_id order by step)) steps
          where step > 0 and (before is distinct from from_status or last is distinct from step - 1)
          """);

  /** Along the orders. */
  static final List<RangeCheck> OF_ORDERS =
      List.of(TOTALS, ADJUSTMENTS, RETURNED, SHIPPED, CARTS, STEPS);

  /** All keys of one order are keys of one caller: who placed it, be it as a guest. */
  static final RangeCheck KEYS =
      new RangeCheck(
          "I7",
          """
          with keys as materialized (
            select caller, key, (answer::json ->> 'id')::uuid as order_id from idempotency_key
            where operation = 'place-order' and caller > :above and caller <= :upto)
          select k.caller, 'key ' || k.key || ' of ' || k.caller || ': names order ' || k.order_id
                 || ', which is not an order of theirs'
          from keys k
          where (select coalesce(o.guest_id, o.user_id) from orders o where o.id = k.order_id)
                is distinct from k.caller
          union all
          select caller, 'order ' || order_id || ': ' || count(*) || ' keys'
          from keys group by caller, order_id having count(*) > 1
          """);

  static final RangeCheck UNSENT =
      new RangeCheck(
          "I8",
          """
          select e.seq, 'event ' || e.event_id || ': waits to be sent but belongs to no transition'
          from outbox e
          where e.seq > :above and e.seq <= :upto and e.type <> 'AuditNote'
            and (select t.event_type from order_transition t where t.event_id = e.event_id)
                is distinct from e.type
          """);

  private OrderCheckQueries() {}
}
