package org.orderly.tests.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.orderly.tests.load.Databases;
import org.orderly.tests.replay.DatabaseFacts.Totals;
import org.orderly.tests.replay.ReplayedInvoice.Article;

/** Compares what the databases hold of one run with what the file says. */
final class ReplayVerification {

  private static final String ORDERS =
      "select count(*), coalesce(sum(total), 0) from orders"
          + " where user_id = any (?) and currency = 'GBP'";
  private static final String STATUSES =
      "select status, count(*) from orders where user_id = any (?) group by status";
  private static final String ORDERED =
      "select l.product_id, sum(l.quantity) from order_line l join orders o on o.id = l.order_id"
          + " where o.user_id = any (?) group by l.product_id";
  private static final String DELIVERED =
      "select i.product_id, sum(i.quantity) from shipment_item i"
          + " join shipment s on s.id = i.shipment_id join orders o on o.id = s.order_id"
          + " where o.user_id = any (?) and s.status = 'DELIVERED' group by i.product_id";
  private static final String RESTOCKED =
      "select i.product_id, sum(i.restocked) from return_item i"
          + " join order_return r on r.id = i.return_id join orders o on o.id = r.order_id"
          + " where o.user_id = any (?) and r.status = 'COMPLETED' group by i.product_id";
  private static final String RETURNS =
      "select count(distinct r.id), coalesce(sum(i.unit_price * i.received), 0)"
          + " from return_item i join order_return r on r.id = i.return_id"
          + " join orders o on o.id = r.order_id where o.user_id = any (?)";

  private static final String PROMISED =
      "select product_id, sum(quantity - fulfilled - released) from reservation"
          + " where product_id = any (?) and quantity > fulfilled + released group by product_id";
  private static final String LEFT_THE_HOUSE =
      "select product_id, -sum(quantity) from stock_movement"
          + " where product_id = any (?) and reason = 'shipped' group by product_id";
  private static final String CAME_BACK =
      "select product_id, sum(quantity) from stock_movement"
          + " where product_id = any (?) and reason = 'returned' group by product_id";
  private static final String FOR_SALE =
      "select product_id, on_hand - reserved from stock_item"
          + " where product_id = any (?) and on_hand <> reserved";

  private static final String CAPTURED =
      "select count(*), coalesce(sum(captured), 0) from payment where user_id = any (?)";
  private static final String REFUNDED =
      "select count(*), coalesce(sum(refunded), 0) from payment"
          + " where user_id = any (?) and refunded > 0";
  private static final String KEPT =
      "select count(distinct pay.id), coalesce(sum("
          + "case when d.kind = 'SALES' then p.amount when s.kind = 'SALES' then -p.amount end), 0)"
          + " from payment pay join ledger_transaction t on t.payment_id = pay.id"
          + " join posting p on p.transaction_id = t.id join account s on s.id = p.source"
          + " join account d on d.id = p.destination where pay.user_id = any (?)";
  private static final String WALLETS =
      "select count(*), coalesce(sum(balance), 0) from account where owner = any (?)";

  private final SalesFile salesFile;
  private final ReplaySetup replaySetup;
  private final List<String> differences = new ArrayList<>();

  ReplayVerification(SalesFile salesFile, ReplaySetup replaySetup) {
    this.salesFile = salesFile;
    this.replaySetup = replaySetup;
  }

  /** What differs, for people; empty if the records say what the file says. */
  List<String> differences(Databases databases, JsonNode trialBalance, JsonNode invariants)
      throws SQLException {
    compareOrders(new DatabaseFacts(databases, "ordering"));
    compareStock(new DatabaseFacts(databases, "inventory"));
    compareMoney(new DatabaseFacts(databases, "payment"));
    compareTrialBalance(trialBalance);
    compareInvariants(invariants);
    return differences;
  }

  private void compareOrders(DatabaseFacts ordering) throws SQLException {
    Collection<UUID> buyers = replaySetup.buyers();
    compare(
        "orders and revenue",
        ordering.totals(ORDERS, buyers),
        salesFile.invoices().size(),
        salesFile.revenue());
    compare("statuses of orders", ordering.sums(STATUSES, buyers), statuses());
    compare("units ordered", ordering.sums(ORDERED, buyers), products(salesFile.units()));
    compare(
        "units delivered", ordering.sums(DELIVERED, buyers), products(salesFile.unitsDelivered()));
    compare(
        "returns and their worth",
        ordering.totals(RETURNS, buyers),
        salesFile.taken().size(),
        salesFile.refunds());
    compare("units restocked", ordering.sums(RESTOCKED, buyers), products(salesFile.unitsTaken()));
  }

  private Map<String, BigDecimal> statuses() {
    long touched = salesFile.touched().size();
    long returned = salesFile.whollyReturned();
    Map<String, BigDecimal> statuses = new HashMap<>();
    statuses.put("CONFIRMED", BigDecimal.valueOf(salesFile.invoices().size() - touched));
    statuses.put("DELIVERED", BigDecimal.valueOf(touched - returned));
    statuses.put("RETURNED", BigDecimal.valueOf(returned));
    statuses.values().removeIf(count -> count.signum() == 0);
    return statuses;
  }

  private void compareStock(DatabaseFacts inventory) throws SQLException {
    Collection<UUID> all = replaySetup.products().values();
    Map<Article, Long> waiting = new HashMap<>(salesFile.units());
    salesFile.unitsDelivered().forEach((article, gone) -> waiting.merge(article, -gone, Long::sum));
    waiting.values().removeIf(units -> units == 0);
    Map<String, BigDecimal> back = products(salesFile.unitsTaken());
    compare("units reserved", inventory.sums(PROMISED, all), products(waiting));
    compare(
        "units that left",
        inventory.sums(LEFT_THE_HOUSE, all),
        products(salesFile.unitsDelivered()));
    compare("units that came back", inventory.sums(CAME_BACK, all), back);
    compare("units for sale", inventory.sums(FOR_SALE, all), back);
  }

  private void compareMoney(DatabaseFacts payment) throws SQLException {
    Collection<UUID> buyers = replaySetup.buyers();
    long invoices = salesFile.invoices().size();
    BigDecimal kept = salesFile.revenue().subtract(salesFile.refunds());
    compare("payments", payment.totals(CAPTURED, buyers), invoices, salesFile.revenue());
    compare(
        "refunds",
        payment.totals(REFUNDED, buyers),
        salesFile.touched().size(),
        salesFile.refunds());
    compare("sales in the ledger", payment.totals(KEPT, buyers), invoices, kept);
    compare("wallets", payment.totals(WALLETS, buyers), buyers.size(), salesFile.refunds());
  }

  private void compareTrialBalance(JsonNode trialBalance) {
    for (JsonNode side : trialBalance.get("currencies")) {
      BigDecimal debits = new BigDecimal(side.get("debits").asText());
      if (debits.compareTo(new BigDecimal(side.get("credits").asText())) != 0) {
        differences.add("trial balance: " + side);
      }
    }
    if (!trialBalance.get("balanced").asBoolean() || trialBalance.get("currencies").isEmpty()) {
      differences.add("the ledger is not balanced");
    }
  }

  private void compareInvariants(JsonNode invariants) {
    for (JsonNode check : invariants.get("checks")) {
      if (!check.get("ok").asBoolean()) {
        differences.add("invariant " + check);
      }
    }
    if (!invariants.get("ok").asBoolean() || invariants.get("checks").isEmpty()) {
      differences.add("the invariants do not hold");
    }
  }

  /**
   * @param amount in pounds; the databases count pence
   */
  private void compare(String what, Totals found, long count, BigDecimal amount) {
    Totals expected = new Totals(count, amount.movePointRight(2));
    if (!found.is(expected)) {
      differences.add(what + ": expected " + expected + ", found " + found);
    }
  }

  private void compare(
      String what, Map<String, BigDecimal> found, Map<String, BigDecimal> expected) {
    if (!found.keySet().equals(expected.keySet())) {
      differences.add(what + ": of " + found.keySet().size() + ", not of " + expected.size());
      return;
    }
    expected.forEach(
        (name, number) -> {
          if (found.get(name).compareTo(number) != 0) {
            differences.add(what + ": " + found.get(name) + " of " + name + ", not " + number);
          }
        });
  }

  private Map<String, BigDecimal> products(Map<Article, Long> units) {
    Map<String, BigDecimal> products = new HashMap<>();
    units.forEach(
        (article, some) ->
            products.put(replaySetup.products().get(article).toString(), BigDecimal.valueOf(some)));
    return products;
  }
}
