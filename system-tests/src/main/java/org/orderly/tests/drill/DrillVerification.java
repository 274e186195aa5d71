package org.orderly.tests.drill;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.orderly.tests.drill.customer.DrillAccount;
import org.orderly.tests.drill.customer.DrillProducts;
import org.orderly.tests.drill.customer.OrderAttempt;
import org.orderly.tests.drill.history.CallAnswer;
import org.orderly.tests.drill.history.RecordedCall;
import org.orderly.tests.drill.history.RequestIdentity;

/**
 * Verifies what one round left in the databases, against each other and against the answers that
 * clients got.
 */
final class DrillVerification {
  private final DrillSite drillSite;
  private final DrillSubscription drillSubscription;
  private final OffsetDateTime since;
  private final List<OrderAttempt> attempts;
  private final Set<RequestIdentity> unclear;
  private final RowComparison rowComparison = new RowComparison();
  private List<String> orders = List.of();

  /**
   * @param since the round's begin: what is older was proven before
   * @param attempts what clients asked for in the round, older requests asked again included
   * @param calls of these requests
   */
  DrillVerification(
      DrillSite drillSite,
      DrillSubscription drillSubscription,
      OffsetDateTime since,
      List<OrderAttempt> attempts,
      List<RecordedCall> calls) {
    this.drillSite = drillSite;
    this.drillSubscription = drillSubscription;
    this.since = since;
    this.attempts = attempts;
    this.unclear =
        calls.stream()
            .filter(call -> call.answer() instanceof CallAnswer.Unknown)
            .map(RecordedCall::request)
            .collect(Collectors.toSet());
  }

  /**
   * In words what is not as it should be: first in this round, then in the totals of all rounds.
   */
  List<String> differences(
      DrillProducts drillProducts, List<DrillAccount> accounts, HistoryVerification history)
      throws Exception {
    orders = since("ordering", "select id from orders where placed_at >= ?");
    comparePlaces();
    compareEvents();
    compareAnswers();
    compareInvariants();
    new TotalsComparison(drillSite, rowComparison).compare(drillProducts, accounts, history);
    return rowComparison.differences();
  }

  int orders() {
    return orders.size();
  }

  /** An order is in three databases, or in none. */
  private void comparePlaces() throws SQLException {
    rowComparison.same(
        "reservation set",
        orders,
        since("inventory", "select order_id from reservation_set where reserved_at >= ?"));
    rowComparison.same(
        "reservation",
        since(
            "ordering",
            "select order_id, product_id, quantity from order_line join orders on id = order_id"
                + " where placed_at >= ?"),
        since(
            "inventory",
            "select order_id, product_id, quantity from reservation join reservation_set"
                + " using (order_id) where reserved_at >= ?"));
    List<String> bills =
        since("ordering", "select id, user_id, total, currency from orders where placed_at >= ?");
    rowComparison.same(
        "payment",
        bills,
        since(
            "payment",
            "select order_id, user_id, captured, currency from payment where created_at >= ?"));
    rowComparison.same(
        "ledger transaction",
        bills,
        since(
            "payment",
            "select reference, owner, amount, p.currency from ledger_transaction t"
                + " left join posting p on p.transaction_id = t.id"
                + " left join account a on a.id = p.source"
                + " where t.kind = 'CHARGE' and t.occurred_at >= ?"));
  }

  /** Each transition has one event, in order, and each event its effect once. */
  private void compareEvents() throws Exception {
    List<String> transitions =
        since(
            "ordering",
            "select event_id, event_type, order_id from order_transition join orders"
                + " on id = order_id where placed_at >= ? order by order_id, step");
    List<String> heard = drillSubscription.take("ordering", transitions.size());
    rowComparison.same("event at the broker", transitions, heard);
    compareSequence(heard);
    List<String> paid =
        new ArrayList<>(orders.stream().map(id -> "PaymentCaptured " + id).toList());
    paid.addAll(
        since(
            "payment",
            "select 'WalletCredited', t.user_id from gateway_transfer t"
                + " join ledger_transaction l on l.kind = 'DEPOSIT' and l.reference = t.id"
                + " where l.occurred_at >= ?"));
    List<String> captured = drillSubscription.take("payment", paid.size());
    rowComparison.same(
        "event of a payment at the broker",
        paid,
        captured.stream().map(event -> event.substring(event.indexOf(' ') + 1)).toList());
    List<String> tellings =
        since(
            "ordering",
            "select event_id, user_id from order_transition join orders on id = order_id"
                + " where step = 0 and placed_at >= ?");
    rowComparison.same(
        "message",
        tellings,
        since(
            "notification",
            "select event_id, user_id from inbox_message"
                + " where type = 'order-placed' and created_at >= ?"));
    rowComparison.same(
        "mail",
        tellings,
        since(
            "notification",
            "select event_id, user_id from mail_delivery"
                + " where subject like 'Your order %' and created_at >= ?"));
    if (drillSubscription.deadLetters() > 0) {
      rowComparison.add("there are " + drillSubscription.deadLetters() + " dead letters");
    }
  }

  /** An order is placed before it is confirmed. */
  private void compareSequence(List<String> heard) {
    Map<String, String> last = new HashMap<>();
    for (String event : heard) {
      String[] words = event.split(" ");
      String before = last.put(words[2], words[1]);
      boolean inOrder = before == null ? words[1].equals("OrderPlaced") : !words[1].equals(before);
      if (!inOrder || "OrderConfirmed".equals(before)) {
        rowComparison.add("event out of order after " + before + ": " + event);
      }
    }
  }

  private void compareAnswers() throws SQLException {
    List<String> told = new ArrayList<>();
    List<String> toldNow = new ArrayList<>();
    for (OrderAttempt orderAttempt : attempts) {
      if (orderAttempt.answer() == null) {
        rowComparison.add(
            "no definite answer to " + orderAttempt.key() + " of " + orderAttempt.buyer().id());
      } else if (orderAttempt.isPlaced()) {
        told.add(
            orderAttempt.buyer().id() + " " + orderAttempt.key() + " " + orderAttempt.orderId());
        toldNow.add(orderAttempt.orderId().toString());
      }
      if (orderAttempt.isContradicted() || orderAttempt.isImpossible() && orderAttempt.isPlaced()) {
        rowComparison.add(
            "wrong answer to " + orderAttempt.key() + " of " + orderAttempt.buyer().id());
      }
    }
    String[] keys = attempts.stream().map(OrderAttempt::key).distinct().toArray(String[]::new);
    List<String> kept = keys(keys);
    addLate(kept, told, toldNow);
    rowComparison.same("answer that is kept", told, kept);
    List<String> placedNow = newOf(toldNow);
    rowComparison.same("order of a client", orders, placedNow);
    compareLines(placedNow);
  }

  /**
   * A call whose answer was lost may take effect after the same request was refused: stock or money
   * has come meanwhile. The history shows whether that was possible.
   */
  private void addLate(List<String> kept, List<String> told, List<String> toldNow) {
    for (OrderAttempt orderAttempt : attempts) {
      if (!orderAttempt.isPlaced() && unclear.contains(orderAttempt.request())) {
        String mine = orderAttempt.buyer().id() + " " + orderAttempt.key() + " ";
        kept.stream()
            .filter(row -> row.startsWith(mine))
            .forEach(
                row -> {
                  told.add(row);
                  toldNow.add(row.substring(mine.length()));
                });
      }
    }
  }

  /** A client's order holds what that client has ordered. */
  private void compareLines(List<String> placedNow) throws SQLException {
    List<String> wanted =
        attempts.stream()
            .filter(OrderAttempt::isPlaced)
            .distinct()
            .filter(attempt -> placedNow.contains(attempt.orderId().toString()))
            .flatMap(attempt -> attempt.lines().stream())
            .toList();
    Set<String> withItems =
        wanted.stream().map(line -> line.split(" ")[0]).collect(Collectors.toSet());
    rowComparison.same(
        "line of a client's order",
        wanted,
        since(
                "ordering",
                "select order_id, product_id, trim_scale(quantity) from order_line"
                    + " join orders on id = order_id where placed_at >= ?")
            .stream()
            .filter(line -> withItems.contains(line.split(" ")[0]))
            .toList());
  }

  /** No two requests have the same key, whoever sends them. */
  private List<String> keys(String[] keys) throws SQLException {
    return drillSite.rows(
        "ordering",
        "select caller, key, answer::jsonb ->> 'id' from idempotency_key"
            + " where operation = 'place-order' and key = any (?)",
        (Object) keys);
  }

  /** Orders that were placed in an earlier round are told again and are not new. */
  private List<String> newOf(List<String> ids) throws SQLException {
    List<String> older =
        drillSite.rows(
            "ordering",
            "select id from orders where placed_at < ? and id::text = any (?)",
            since,
            ids.toArray(String[]::new));
    return ids.stream().filter(id -> !older.contains(id)).toList();
  }

  private void compareInvariants() {
    JsonNode books = drillSite.shop().get("admin/invariants", drillSite.signInAdmin());
    for (JsonNode check : books.get("checks")) {
      if (!check.get("ok").asBoolean()) {
        rowComparison.add("invariant " + check);
      }
    }
  }

  private List<String> since(String domain, String sql) throws SQLException {
    return drillSite.rows(domain, sql, since);
  }
}
