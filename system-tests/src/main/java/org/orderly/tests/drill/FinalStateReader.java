package org.orderly.tests.drill;

import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.orderly.tests.drill.customer.CallAnswers;
import org.orderly.tests.drill.history.RecordedEffect;
import org.orderly.tests.drill.history.RequestIdentity;

/** Reads from the databases what took effect, and what the counters say. */
final class FinalStateReader {
  private final DrillSite drillSite;

  FinalStateReader(DrillSite drillSite) {
    this.drillSite = drillSite;
  }

  /** What can be sold of each product, and what is in each wallet. */
  Map<String, Long> counters() throws SQLException {
    Map<String, Long> counters = new HashMap<>();
    drillSite
        .rows("inventory", "select product_id, (on_hand - reserved)::bigint from stock_item")
        .forEach(row -> counters.put(CallAnswers.stock(word(row, 0)), number(row, 1)));
    drillSite
        .rows("payment", "select owner, balance from account where kind = 'WALLET'")
        .forEach(row -> counters.put(CallAnswers.wallet(word(row, 0)), number(row, 1)));
    return counters;
  }

  /**
   * The effects since a moment, and those of older requests that were sent again.
   *
   * @param orderKeys of the requests that were sent
   */
  List<RecordedEffect> effects(OffsetDateTime since, List<String> orderKeys) throws SQLException {
    List<RecordedEffect> effects = orders(since, orderKeys);
    for (String row :
        drillSite.rows(
            "payment",
            "select t.user_id, t.request_key, t.id, p.amount from gateway_transfer t"
                + " join ledger_transaction l on l.kind = 'DEPOSIT' and l.reference = t.id"
                + " join posting p on p.transaction_id = l.id where l.occurred_at >= ?",
            since)) {
      effects.add(
          new RecordedEffect(
              Optional.of(new RequestIdentity(CallAnswers.DEPOSIT, word(row, 0), word(row, 1))),
              word(row, 2),
              false,
              Map.of(CallAnswers.wallet(word(row, 0)), number(row, 3))));
    }
    for (String row :
        drillSite.rows(
            "inventory",
            "select product_id, quantity::bigint, reason from stock_movement"
                + " where occurred_at >= ? and quantity <> 0",
            since)) {
      effects.add(
          new RecordedEffect(
              Optional.of(new RequestIdentity(CallAnswers.RESTOCK, "admin", word(row, 2))),
              word(row, 2),
              false,
              Map.of(CallAnswers.stock(word(row, 0)), number(row, 1))));
    }
    return effects;
  }

  private List<RecordedEffect> orders(OffsetDateTime since, List<String> orderKeys)
      throws SQLException {
    Map<String, RequestIdentity> requests = new HashMap<>();
    drillSite
        .rows(
            "ordering",
            "select answer::jsonb ->> 'id', caller, key from idempotency_key"
                + " where operation = 'place-order' and key = any (?)",
            (Object) orderKeys.toArray(String[]::new))
        .forEach(
            row ->
                requests.put(
                    word(row, 0),
                    new RequestIdentity(CallAnswers.ORDER, word(row, 1), word(row, 2))));
    String[] ids = requests.keySet().toArray(String[]::new);
    Map<String, Map<String, Long>> taken = new HashMap<>();
    drillSite
        .rows(
            "ordering",
            "select order_id, product_id, sum(quantity)::bigint from order_line"
                + " join orders on id = order_id where placed_at >= ? or id = any (?::uuid[])"
                + " group by order_id, product_id",
            since,
            ids)
        .forEach(
            row ->
                taken
                    .computeIfAbsent(word(row, 0), id -> new HashMap<>())
                    .put(CallAnswers.stock(word(row, 1)), -number(row, 2)));
    List<RecordedEffect> effects = new ArrayList<>();
    for (String row :
        drillSite.rows(
            "ordering",
            "select id, user_id, total, placed_at < ? from orders"
                + " where placed_at >= ? or id = any (?::uuid[])",
            since,
            since,
            ids)) {
      Map<String, Long> changes = taken.getOrDefault(word(row, 0), new HashMap<>());
      changes.put(CallAnswers.wallet(word(row, 1)), -number(row, 2));
      effects.add(
          new RecordedEffect(
              Optional.ofNullable(requests.get(word(row, 0))),
              word(row, 0),
              word(row, 3).startsWith("t"),
              changes));
    }
    return effects;
  }

  private static String word(String row, int place) {
    return row.split(" ")[place];
  }

  private static long number(String row, int place) {
    return Long.parseLong(word(row, place));
  }
}
