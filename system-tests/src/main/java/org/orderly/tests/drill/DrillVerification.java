package org.orderly.tests.drill;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Verifies what one round left in the databases, against each other and against the answers that
 * clients got.
 */
final class DrillVerification {
  private final DrillSite drillSite;
  private final DrillSubscription drillSubscription;
  private final OffsetDateTime since;
  private final List<OrderAttempt> wishes;
  private final RowComparison rowComparison = new RowComparison();
  private List<String> orders = List.of();

  /**
   * @param since the round's begin: what is older was proven before
   * @param requests what clients asked for in the round, older requests asked again included
   */
  DrillVerification(
      DrillSite drillSite,
      DrillSubscription drillSubscription,
      OffsetDateTime since,
      List<OrderAttempt> wishes) {
    this.drillSite = drillSite;
    this.drillSubscription = drillSubscription;
    this.since = since;
    this.wishes = wishes;
  }

  /** In words what is not as it should be. */
  List<String> differences() throws Exception {
    orders = since("ordering", "select id from orders where placed_at >= ?");
    comparePlaces();
    compareEvents();
    compareAnswers();
    compareInvariants();
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
    List<String> captured = drillSubscription.take("payment", orders.size());
    rowComparison.same(
        "event of a payment at the broker",
        orders.stream().map(id -> "PaymentCaptured " + id).toList(),
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
    for (OrderAttempt orderAttempt : wishes) {
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
    String[] keys = wishes.stream().map(OrderAttempt::key).distinct().toArray(String[]::new);
    rowComparison.same("answer that is kept", told, keys(keys));
    rowComparison.same("order of a client", orders, newOf(toldNow));
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

  /** The totals of all rounds, which a row of an earlier round would change. */
  DrillVerification andTotals(DrillProducts drillProducts, List<DrillAccount> accounts)
      throws SQLException {
    String placed = drillSite.rows("ordering", "select count(*) from orders").get(0);
    Stream.of(
            "inventory select count(*) from reservation_set",
            "payment select count(*) from payment",
            "payment select count(*) from ledger_transaction where kind = 'CHARGE'",
            "ordering select count(*) from idempotency_key where operation = 'place-order'",
            "notification select count(*) from inbox_message where type = 'order-placed'")
        .forEach(question -> compareTotal(placed, question));
    compareStock(drillProducts);
    compareWallets(accounts);
    return this;
  }

  private void compareTotal(String placed, String question) {
    int space = question.indexOf(' ');
    try {
      String found =
          drillSite.rows(question.substring(0, space), question.substring(space + 1)).get(0);
      if (!found.equals(placed)) {
        rowComparison.add(placed + " orders, but " + found + " by " + question);
      }
    } catch (SQLException e) {
      throw new ConditionNotMet(question + ": " + e.getMessage());
    }
  }

  private void compareStock(DrillProducts drillProducts) throws SQLException {
    Map<String, String> sold = new HashMap<>();
    drillSite
        .rows(
            "ordering",
            "select product_id, trim_scale(sum(quantity)) from order_line group by product_id")
        .forEach(row -> sold.put(row.split(" ")[0], row.split(" ")[1]));
    List<String> expected = new ArrayList<>();
    for (UUID id : drillProducts.ids()) {
      String reserved = sold.getOrDefault(id.toString(), "0");
      expected.add(id + " " + drillProducts.initialStock(id) + " " + reserved);
    }
    rowComparison.same(
        "stock",
        expected,
        drillSite.rows(
            "inventory",
            "select product_id, trim_scale(on_hand), trim_scale(reserved) from stock_item"));
  }

  private void compareWallets(List<DrillAccount> accounts) throws SQLException {
    Map<String, Long> spent = new HashMap<>();
    drillSite
        .rows("ordering", "select user_id, sum(total) from orders group by user_id")
        .forEach(row -> spent.put(row.split(" ")[0], Long.parseLong(row.split(" ")[1])));
    rowComparison.same(
        "wallet",
        accounts.stream()
            .filter(account -> account.deposited() > 0)
            .map(
                account ->
                    account.id()
                        + " "
                        + (account.deposited() - spent.getOrDefault(account.id().toString(), 0L)))
            .toList(),
        drillSite.rows("payment", "select owner, balance from account where kind = 'WALLET'"));
  }
}
