package org.orderly.tests.support;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The databases of the running shop, read past its API. */
public final class ShopDatabases {

  /** What changes by itself or with a sign-in, and so says nothing about a request. */
  private static final String PASSING =
      "'outbox', 'session', 'refresh_token', 'denied_session', 'login_failure', 'guessed_account',"
          + " 'databasechangeloglock', 'tx_decision', 'catalog_change',"
          + " 'audit_track', 'audit_finding', 'audit_look', 'audit_entry', 'audit_head', 'inbox',"
          + " 'gateway_notice',"
          + " 'ledger_seal', 'ledger_head', 'ledger_unsealed', 'invoice', 'invoice_series',"
          + " 'sales_order', 'sales_order_line', 'sales_refund', 'sales_summary', 'sales_of_product',"
          + " 'search_word', 'search_miss'";

  /** Without the popularity of products, which a job computes from earlier orders at any time. */
  private static final String FINGERPRINTS =
      """
      select table_name,
             (xpath('/table/row/h/text()', query_to_xml(format(
               'select count(*) || '':'' || coalesce(sum(hashtextextended('
               || '(to_jsonb(t) - ''popularity'')::text, 0)), 0) as h'
               || ' from %I t', table_name), false, false, '')))[1]::text
      from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE'
        and table_name not in (PASSING)
      """
          .replace("PASSING", PASSING);

  private ShopDatabases() {}

  public static Connection connect(String domain) throws SQLException {
    Map<String, String> environment = RunningShop.environment();
    String prefix = "ORDERLY_DB_" + domain.toUpperCase(Locale.ROOT) + "_";
    return DriverManager.getConnection(
        environment.get(prefix + "URL"),
        environment.get(prefix + "USER"),
        environment.get(prefix + "PASSWORD"));
  }

  public static void change(String domain, String... statements) throws SQLException {
    try (Connection connection = connect(domain);
        Statement statement = connection.createStatement()) {
      for (String sql : List.of(statements)) {
        statement.execute(sql);
      }
    }
  }

  /** A change that the table's triggers would refuse. */
  public static String unguarded(String table, String change) {
    return "alter table %1$s disable trigger user; %2$s; alter table %1$s enable trigger user"
        .formatted(table, change);
  }

  /** The first column of the first row. */
  public static String one(String domain, String sql, Object... parameters) {
    try (Connection connection = connect(domain);
        PreparedStatement query = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        query.setObject(i + 1, parameters[i]);
      }
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? row.getString(1) : null;
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  public static long count(String domain, String sql, Object... parameters) {
    return Long.parseLong(one(domain, sql, parameters));
  }

  /** A fingerprint of every table that a request could change, by database and name. */
  public static Map<String, String> fingerprints() {
    Map<String, String> prints = new TreeMap<>();
    for (String domain : List.of("identity", "catalog", "inventory", "ordering", "payment")) {
      try (Connection connection = connect(domain);
          PreparedStatement query = connection.prepareStatement(FINGERPRINTS);
          ResultSet row = query.executeQuery()) {
        while (row.next()) {
          prints.put(domain + "." + row.getString(1), row.getString(2));
        }
      } catch (SQLException e) {
        throw new AssertionError(e);
      }
    }
    return prints;
  }
}
