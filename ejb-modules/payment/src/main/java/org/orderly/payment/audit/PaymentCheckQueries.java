package org.orderly.payment.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.orderly.ledger.PaymentDatabase;
import org.orderly.platform.integrity.Finding;
import org.orderly.platform.integrity.IntegrityCheck;
import org.orderly.platform.integrity.KeyRange;
import org.orderly.platform.integrity.KeyRangeQueries;
import org.orderly.platform.integrity.RangeCheck;
import org.orderly.platform.integrity.TableCheck;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;

/**
 * Checks of the payments: I5 against the ledger, I8 over their transitions, I10 for what a gateway
 * has left open.
 *
 * <p>What belongs to a row is looked up by a subquery of its own: the planner misjudges ranges of
 * UUIDs, and would rather read the whole other table than join by an index.
 */
@ApplicationScoped
public class PaymentCheckQueries {

  private static final RangeCheck CAPTURES =
      new RangeCheck(
          "I5",
          """
          select pay.order_id, 'order ' || pay.order_id || ': payment ' || pay.part
                 || ' captured ' || pay.captured || ', refunded ' || pay.refunded || ', ledger '
                 || coalesce(booked.total, 0)
          from payment pay
          cross join lateral (
            select sum(case when d.kind = 'SALES' then p.amount else 0 end
                       - case when s.kind = 'SALES' then p.amount else 0 end) as total
            from ledger_transaction t
            join posting p on p.transaction_id = t.id
            join account s on s.id = p.source
            join account d on d.id = p.destination
            where t.payment_id = pay.id) booked
          where pay.order_id > :above and pay.order_id <= :upto
            and (pay.captured - pay.refunded <> coalesce(booked.total, 0)
                 or pay.captured > pay.authorized
                 or pay.refunded + pay.refunding > pay.captured)
          union all
          select t.reference, 'charge ' || t.id || ': no payment of order ' || t.reference
          from ledger_transaction t
          where t.kind in ('CHARGE', 'CAPTURE', 'INVOICE_PAID')
            and t.reference > :above and t.reference <= :upto
            and (select pay.order_id from payment pay where pay.id = t.payment_id)
                is distinct from t.reference
          """);

  private static final RangeCheck REFUNDS =
      new RangeCheck(
          "I5",
          """
          select pay.order_id, 'order ' || pay.order_id || ': payment ' || pay.part
                 || ' refunded ' || pay.refunded || ' and refunding ' || pay.refunding
                 || ', its refunds say ' || coalesce(back.done, 0) || ' and '
                 || coalesce(back.waiting, 0)
          from payment pay
          cross join lateral (
            select sum(amount) filter (where status = 'COMPLETED') as done,
                   sum(amount) filter (where status = 'PENDING') as waiting
            from refund r where r.payment_id = pay.id) back
          where pay.order_id > :above and pay.order_id <= :upto
            and (pay.refunded <> coalesce(back.done, 0)
                 or pay.refunding <> coalesce(back.waiting, 0))
          """);

  private static final RangeCheck STEPS =
      new RangeCheck(
          "I8",
          """
          select pay.order_id, 'order ' || pay.order_id || ': payment ' || pay.part || ' is '
                 || pay.status || ', last step leads to ' || coalesce(last.to_status, 'nothing')
          from payment pay
          left join lateral (
            select to_status from payment_transition
            where payment_id = pay.id order by step desc limit 1) last on true
          where pay.order_id > :above and pay.order_id <= :upto
            and last.to_status is distinct from pay.status
          union all
          select order_id, 'order ' || order_id || ': step ' || step || ' of payment ' || part
                 || ' does not follow the one before'
          from (select pay.order_id, pay.part, t.step, t.from_status,
                       lag(t.to_status) over of_payment as before,
                       lag(t.step) over of_payment as last
                from payment pay
                cross join lateral (
                  select * from payment_transition where payment_id = pay.id) t
                where pay.order_id > :above and pay.order_id <= :upto
                window of_payment as (partition by t.payment_id order by t.step)) steps
          where (last is null and (step <> 0 or from_status is not null))
             or (last is not null
                 and (before is distinct from from_status or last is distinct from step - 1))
          """);

  private static final List<RangeCheck> OF_ORDERS = List.of(CAPTURES, REFUNDS, STEPS);

  /** Wallets and transfers tell of themselves in the same outbox, and have no transitions. */
  private static final RangeCheck UNSENT =
      new RangeCheck(
          "I8",
          """
          select e.seq, 'event ' || e.event_id || ': waits to be sent but belongs to no transition'
          from outbox e
          where e.seq > :above and e.seq <= :upto and e.type like 'Payment%'
            and (select t.event_type from payment_transition t where t.event_id = e.event_id)
                is distinct from e.type
          """);

  private static final String INTENTS =
      """
      select id, 'card intent ' || id || ': ' || state || ' since '
             || to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
      from card_intent
      where state in ('ASKED', 'HELD', 'STEP', 'RELEASING') and id > :above and id <= :upto
        and created_at < now() - %d * interval '1 second'
      """;

  private static final String TASKS =
      """
      select id, kind || ' of payment ' || payment_id || ': open since '
             || to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
      from payment_task
      where state = 'OPEN' and kind <> 'CHECK' and id > :above and id <= :upto
        and created_at < now() - %d * interval '1 second'
      """;

  private final DomainDatabase database;

  @Inject
  PaymentCheckQueries(@Domain(PaymentDatabase.NAME) DomainDatabase database) {
    this.database = database;
  }

  /** Compares the payments of a range of orders with the ledger and with their transitions. */
  public List<Finding> ofOrders(KeyRange orders) throws SQLException {
    List<Finding> found = new ArrayList<>();
    try (Connection connection = database.dataSource().getConnection()) {
      for (RangeCheck check : OF_ORDERS) {
        found.addAll(check.in(connection, orders));
      }
    }
    return found;
  }

  /** Events that wait in the outbox. */
  public IntegrityCheck events() {
    KeyRangeQueries walk = new KeyRangeQueries(KeyRangeQueries.Kind.NUMBER, "seq", "outbox", false);
    return new TableCheck("payment events", database.dataSource(), walk, List.of(UNSENT));
  }

  /** What was reserved on a card longer ago than this, without an order and not given up. */
  public IntegrityCheck intents(Duration unresolved) {
    String rows = "card_intent where state in ('ASKED', 'HELD', 'STEP', 'RELEASING')";
    return unresolved("card intents", rows, INTENTS, unresolved);
  }

  /** What a gateway should have been asked longer ago than this. */
  public IntegrityCheck tasks(Duration unresolved) {
    String rows = "payment_task where state = 'OPEN'";
    return unresolved("payment tasks", rows, TASKS, unresolved);
  }

  private IntegrityCheck unresolved(String name, String rows, String check, Duration age) {
    KeyRangeQueries walk = new KeyRangeQueries(KeyRangeQueries.Kind.UUID, "id", rows, false);
    RangeCheck old = new RangeCheck("I10", check.formatted(age.toSeconds()));
    return new TableCheck(name, database.dataSource(), walk, List.of(old));
  }
}
