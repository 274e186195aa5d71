package org.orderly.tests.bench.history;

import java.util.List;

/** The statements that copy orders; each reads the temporary table of the copies. */
final class HistorySql {

  /** An id of the same time, which follows from the order's id and what it is for. */
  static final String DERIVED =
      """
      create function pg_temp.derived(base uuid, purpose text) returns uuid
      language sql immutable as $$
        select (substr(replace(base::text, '-', ''), 1, 12)
                || '7' || substr(md5(base::text || purpose), 1, 3)
                || '8' || substr(md5(base::text || purpose), 4, 15))::uuid
      $$;
      create temp table copy (
        template uuid not null, id uuid not null, at timestamptz not null, number text not null
      ) on commit delete rows
      """;

  static final String COPIES =
      "insert into copy select * from unnest(?::uuid[], ?::uuid[], ?::timestamptz[], ?::text[])";

  static final List<String> ORDERING =
      List.of(
          """
          insert into orders (id, number, user_id, status, payment_method, currency, total,
            ship_name, ship_street, ship_city, ship_state, ship_postal_code, ship_country,
            placed_at, version)
          select c.id, c.number, o.user_id, o.status, o.payment_method, o.currency, o.total,
            o.ship_name, o.ship_street, o.ship_city, o.ship_state, o.ship_postal_code,
            o.ship_country, c.at, o.version
          from copy c join orders o on o.id = c.template
          """,
          """
          insert into order_line (order_id, position, product_id, sku, name, quantity, unit_price,
            line_total, vendor)
          select c.id, l.position, l.product_id, l.sku, l.name, l.quantity, l.unit_price,
            l.line_total, l.vendor
          from copy c join order_line l on l.order_id = c.template
          """,
          """
          insert into order_transition (order_id, step, from_status, to_status, occurred_at,
            event_id, event_type, actor)
          select c.id, t.step, t.from_status, t.to_status, c.at,
            pg_temp.derived(c.id, 'step ' || t.step), t.event_type, t.actor
          from copy c join order_transition t on t.order_id = c.template
          """,
          """
          insert into sales_order (order_id, buyer, bucket, currency, revenue)
          select n.order_id, n.buyer, n.bucket, n.currency, n.revenue
          from sales_now n join copy c on c.id = n.order_id
          """,
          """
          insert into sales_order_line (order_id, product_id, units, revenue)
          select l.order_id, l.product_id, l.quantity, l.line_total
          from copy c join order_line l on l.order_id = c.id
          """,
          """
          insert into sales_summary (bucket, currency, orders, revenue, units)
          select s.bucket, s.currency, count(*), sum(s.revenue), sum(l.units)
          from copy c join sales_order s on s.order_id = c.id
          cross join lateral (
            select sum(units) as units from sales_order_line where order_id = s.order_id) l
          group by s.bucket, s.currency
          on conflict (bucket, currency) do update set
            orders = sales_summary.orders + excluded.orders,
            revenue = sales_summary.revenue + excluded.revenue,
            units = sales_summary.units + excluded.units
          """,
          """
          insert into sales_of_product (bucket, currency, product_id, orders, revenue, units)
          select s.bucket, s.currency, l.product_id, count(*), sum(l.revenue), sum(l.units)
          from copy c join sales_order s on s.order_id = c.id
          join sales_order_line l on l.order_id = c.id
          group by s.bucket, s.currency, l.product_id
          on conflict (bucket, currency, product_id) do update set
            orders = sales_of_product.orders + excluded.orders,
            revenue = sales_of_product.revenue + excluded.revenue,
            units = sales_of_product.units + excluded.units
          """);

  static final List<String> PAYMENT =
      List.of(
          """
          insert into payment (id, order_id, user_id, method, status, currency, amount, authorized,
            captured, refunded, created_at, version)
          select pg_temp.derived(c.id, 'payment'), c.id, p.user_id, p.method, p.status, p.currency,
            p.amount, p.authorized, p.captured, p.refunded, c.at, p.version
          from copy c join payment p on p.order_id = c.template
          """,
          """
          insert into payment_transition (payment_id, step, from_status, to_status, occurred_at,
            event_id, event_type, actor)
          select pg_temp.derived(c.id, 'payment'), t.step, t.from_status, t.to_status, c.at,
            pg_temp.derived(c.id, 'payment step ' || t.step), t.event_type, t.actor
          from copy c join payment p on p.order_id = c.template
          join payment_transition t on t.payment_id = p.id
          """,
          """
          insert into ledger_transaction (id, kind, reference, occurred_at, payment_id, actor)
          select pg_temp.derived(c.id, t.kind), t.kind, c.id, c.at,
            pg_temp.derived(c.id, 'payment'), t.actor
          from copy c join ledger_transaction t on t.reference = c.template
          """,
          """
          insert into posting (transaction_id, source, destination, amount, currency)
          select pg_temp.derived(c.id, t.kind), p.source, p.destination, p.amount, p.currency
          from copy c join ledger_transaction t on t.reference = c.template
          join posting p on p.transaction_id = t.id
          """,
          """
          insert into ledger_unsealed
          select pg_temp.derived(c.id, t.kind)
          from copy c join ledger_transaction t on t.reference = c.template
          """,
          """
          update account a set balance = a.balance - spent.amount
          from (select p.source, sum(p.amount) as amount
                from copy c join ledger_transaction t on t.reference = c.id
                join posting p on p.transaction_id = t.id group by p.source) spent
          where a.id = spent.source and a.balance is not null
          """);

  static final List<String> INVENTORY =
      List.of(
          """
          insert into reservation_set (order_id, status, reserved_at)
          select c.id, s.status, c.at from copy c join reservation_set s on s.order_id = c.template
          """,
          """
          insert into reservation (order_id, product_id, quantity)
          select c.id, r.product_id, r.quantity
          from copy c join reservation r on r.order_id = c.template
          """,
          """
          update stock_item i set reserved = i.reserved + more.quantity
          from (select r.product_id, sum(r.quantity) as quantity
                from copy c join reservation r on r.order_id = c.id group by r.product_id) more
          where i.product_id = more.product_id
          """);

  static final List<String> NOTIFICATION =
      List.of(
          """
          insert into inbox_message (id, event_id, user_id, type, subject, body, created_at)
          select pg_temp.derived(c.id, 'message'), pg_temp.derived(c.id, 'step 0'), m.user_id,
            m.type, m.subject, m.body, c.at
          from copy c cross join (
            select * from inbox_message where type like 'order%' order by id desc limit 1) m
          """);

  private HistorySql() {}
}
