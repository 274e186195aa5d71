package org.orderly.tests.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.orderly.tests.load.Databases;

/** Compares what the databases hold of one run with what the file says. */
final class Proof {

  private static final String ORDERS =
      "select count(*), coalesce(sum(total), 0) from orders"
          + " where user_id = any (?) and status = 'CONFIRMED' and currency = 'GBP'";
  private static final String SOLD =
      "select l.product_id, sum(l.quantity) from order_line l join orders o on o.id = l.order_id"
          + " where o.user_id = any (?) group by l.product_id";
  private static final String RESERVED =
      "select product_id, sum(quantity - fulfilled - released) from reservation"
          + " where product_id = any (?) and quantity > fulfilled + released group by product_id";
  private static final String LEFT =
      "select count(*), coalesce(sum(on_hand - reserved), 0) from stock_item"
          + " where product_id = any (?)";
  private static final String PAID =
      "select count(*), coalesce(sum(captured - refunded), 0) from payment"
          + " where user_id = any (?)";
  private static final String WALLETS =
      "select count(*), coalesce(sum(balance), 0) from account where owner = any (?)";

  private final Sales sales;
  private final Stage stage;
  private final List<String> differences = new ArrayList<>();

  Proof(Sales sales, Stage stage) {
    this.sales = sales;
    this.stage = stage;
  }

  /** What differs, for people; empty if the books say what the file says. */
  List<String> differences(Databases databases, JsonNode invariants) throws SQLException {
    long invoices = sales.invoices().size();
    BigDecimal revenue = sales.revenue().movePointRight(2);
    Map<UUID, BigDecimal> units = new HashMap<>();
    sales
        .units()
        .forEach((article, sold) -> units.put(stage.products().get(article), number(sold)));
    try (Connection ordering = databases.connect("ordering")) {
      compare("orders and revenue", totals(ordering, ORDERS, buyers()), invoices, revenue);
      compare("units ordered", perProduct(ordering, SOLD, buyers()), units);
    }
    try (Connection payment = databases.connect("payment")) {
      compare("payments", totals(payment, PAID, buyers()), invoices, revenue);
      compare("wallets", totals(payment, WALLETS, buyers()), buyers().size(), BigDecimal.ZERO);
    }
    try (Connection inventory = databases.connect("inventory")) {
      compare("units reserved", perProduct(inventory, RESERVED, units.keySet()), units);
      compare("stock left", totals(inventory, LEFT, units.keySet()), units.size(), number(0));
    }
    compareInvariants(invariants);
    return differences;
  }

  private record Totals(long count, BigDecimal sum) {}

  private void compare(String what, Totals found, long count, BigDecimal sum) {
    if (found.count != count || found.sum.compareTo(sum) != 0) {
      differences.add(
          what
              + ": expected "
              + count
              + " and "
              + sum
              + ", found "
              + found.count
              + " and "
              + found.sum);
    }
  }

  private void compare(String what, Map<UUID, BigDecimal> found, Map<UUID, BigDecimal> expected) {
    if (!found.keySet().equals(expected.keySet())) {
      differences.add(what + ": of " + found.size() + " products, not of " + expected.size());
      return;
    }
    expected.forEach(
        (product, units) -> {
          if (found.get(product).compareTo(units) != 0) {
            differences.add(what + ": " + found.get(product) + " of " + product + ", not " + units);
          }
        });
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

  private Collection<UUID> buyers() {
    return stage.buyers();
  }

  private static Totals totals(Connection connection, String sql, Collection<UUID> ids)
      throws SQLException {
    try (PreparedStatement query = prepared(connection, sql, ids);
        ResultSet row = query.executeQuery()) {
      row.next();
      return new Totals(row.getLong(1), row.getBigDecimal(2));
    }
  }

  private static Map<UUID, BigDecimal> perProduct(
      Connection connection, String sql, Collection<UUID> ids) throws SQLException {
    Map<UUID, BigDecimal> sums = new HashMap<>();
    try (PreparedStatement query = prepared(connection, sql, ids);
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        sums.put(row.getObject(1, UUID.class), row.getBigDecimal(2));
      }
    }
    return sums;
  }

  private static PreparedStatement prepared(Connection connection, String sql, Collection<UUID> ids)
      throws SQLException {
    Array array = connection.createArrayOf("uuid", ids.toArray());
    PreparedStatement query = connection.prepareStatement(sql);
    query.setArray(1, array);
    return query;
  }

  private static BigDecimal number(long units) {
    return BigDecimal.valueOf(units);
  }
}
