package org.orderly.ordering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.orderly.kernel.InvariantCheck;
import org.orderly.kernel.SqlCheck;

/** Checks of the ordering database alone: the order's part of I6, then I7 and I8. */
@ApplicationScoped
class OrderChecks {

  static final SqlCheck TOTALS =
      new SqlCheck(
          "I6",
          "an order's total is the sum of its rounded lines and the amount charged",
          """
          select 'order ' || o.id || ': total ' || o.total || ', lines ' || coalesce(sum(l.line_total), 0)
          from orders o left join order_line l on l.order_id = o.id
          group by o.id, o.total
          having o.total <> coalesce(sum(l.line_total), 0)
              or bool_or(l.line_total <> round(l.quantity * l.unit_price))
          """);

  private static final List<SqlCheck> OWN =
      List.of(
          new SqlCheck(
              "I7",
              "one cart and one key lead to at most one order",
              """
              select 'cart ' || cart_id || ': ' || count(*) || ' orders'
              from orders where cart_id is not null group by cart_id having count(*) > 1
              union all
              select 'key ' || key || ' of ' || caller || ': names order ' || (answer::json ->> 'id')
                     || ', which does not exist'
              from idempotency_key k
              where operation = 'place-order'
                and not exists (select 1 from orders o where o.id::text = k.answer::json ->> 'id')
              union all
              select 'order ' || (answer::json ->> 'id') || ': ' || count(*) || ' keys'
              from idempotency_key
              where operation = 'place-order' group by answer::json ->> 'id' having count(*) > 1
              """),
          new SqlCheck(
              "I8",
              "each transition of an order has exactly one event, and the steps lead to its status",
              """
              select 'order ' || o.id || ': is ' || o.status || ', last step leads to '
                     || coalesce(last.to_status, 'nothing')
              from orders o
              left join lateral (select to_status, step from order_transition t
                                 where t.order_id = o.id order by step desc limit 1) last on true
              where last.to_status is distinct from o.status
              union all
              select 'order ' || t.order_id || ': step ' || t.step || ' does not follow the one before'
              from order_transition t
              left join order_transition before
                on before.order_id = t.order_id and before.step = t.step - 1
              where t.step > 0 and before.to_status is distinct from t.from_status
              union all
              select 'event ' || e.event_id || ': waits to be sent but belongs to no transition'
              from outbox e
              where not exists (select 1 from order_transition t
                                where t.event_id = e.event_id and t.event_type = e.type)
              """));

  private final OrderingDatabase database;

  @Inject
  OrderChecks(OrderingDatabase database) {
    this.database = database;
  }

  InvariantCheck totals() throws SQLException {
    try (Connection connection = database.dataSource().getConnection()) {
      return TOTALS.run(connection);
    }
  }

  List<InvariantCheck> keysAndEvents() throws SQLException {
    List<InvariantCheck> results = new ArrayList<>();
    try (Connection connection = database.dataSource().getConnection()) {
      for (SqlCheck check : OWN) {
        results.add(check.run(connection));
      }
    }
    return results;
  }
}
