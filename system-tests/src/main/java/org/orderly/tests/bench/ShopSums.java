package org.orderly.tests.bench;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.orderly.tests.bench.shop.BenchShop;

/**
 * Sums over the databases of a shop that took orders of the bench only, all of them paid.
 *
 * @param total of all orders, in cents
 * @param quantity of all lines
 * @param captured of all payments
 * @param charged from wallets by payments
 * @param spent from wallets: what was put in less what is there
 * @param reserved of all stock
 */
record ShopSums(
    long orders,
    BigDecimal total,
    BigDecimal quantity,
    BigDecimal captured,
    BigDecimal charged,
    BigDecimal spent,
    BigDecimal reserved) {

  private static final String ORDERS = "select count(*) from orders";
  private static final String TOTAL = "select coalesce(sum(total), 0) from orders";
  private static final String QUANTITY =
      "select coalesce(sum(l.quantity), 0) from orders o join order_line l on l.order_id = o.id"
          + " and l.revision = o.revision";
  private static final String CAPTURED =
      "select coalesce(sum(captured - refunded), 0) from payment";
  private static final String CHARGED = CAPTURED + " where method = 'WALLET'";
  private static final String SPENT =
      "select (select coalesce(sum(p.amount), 0) from posting p"
          + " join ledger_transaction t on t.id = p.transaction_id where t.kind = 'DEPOSIT')"
          + " - (select coalesce(sum(balance), 0) from account where kind = 'WALLET')";
  private static final String RESERVED = "select coalesce(sum(reserved), 0) from stock_item";

  static ShopSums of(BenchShop shop) throws SQLException {
    return new ShopSums(
        orders(shop),
        ask(shop, "ordering", TOTAL),
        ask(shop, "ordering", QUANTITY),
        ask(shop, "payment", CAPTURED),
        ask(shop, "payment", CHARGED),
        ask(shop, "payment", SPENT),
        ask(shop, "inventory", RESERVED));
  }

  static long orders(BenchShop shop) throws SQLException {
    return ask(shop, "ordering", ORDERS).longValueExact();
  }

  private static BigDecimal ask(BenchShop shop, String database, String sql) throws SQLException {
    try (Connection connection = shop.connect(database);
        Statement query = connection.createStatement();
        ResultSet row = query.executeQuery(sql)) {
      row.next();
      return row.getBigDecimal(1);
    }
  }

  /**
   * What does not fit.
   *
   * @param answered orders that the client was told of, and copies of orders
   * @param unknown requests without an answer: each may be an order
   */
  List<String> broken(long answered, long unknown) {
    List<String> broken = new ArrayList<>();
    if (orders < answered || orders > answered + unknown) {
      broken.add(
          "%d orders, but %d answers, and %d requests without one"
              .formatted(orders, answered, unknown));
    }
    require(broken, "orders cost %s, payments have captured %s", total, captured);
    require(broken, "payments have charged %s to wallets, which have spent %s", charged, spent);
    require(broken, "orders have %s pieces, %s are reserved", quantity, reserved);
    return broken;
  }

  private static void require(List<String> broken, String text, BigDecimal one, BigDecimal other) {
    if (one.compareTo(other) != 0) {
      broken.add(text.formatted(one.toPlainString(), other.toPlainString()));
    }
  }
}
