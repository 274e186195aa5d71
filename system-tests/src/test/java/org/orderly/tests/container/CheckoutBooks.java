package org.orderly.tests.container;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.UserId;
import org.postgresql.ds.PGSimpleDataSource;

/** What is committed in the databases, read over connections that no transaction knows of. */
final class CheckoutBooks {

  /** What there is of one buyer and one product in all three databases. */
  Map<String, Long> of(UserId buyer, ProductId product) {
    Map<String, Long> found = new HashMap<>();
    UUID user = buyer.value();
    found.put("orders", count("ordering", "select count(*) from orders where user_id = ?", user));
    found.put(
        "keys", count("ordering", "select count(*) from idempotency_key where caller = ?", user));
    found.put("payments", count("payment", "select count(*) from payment where user_id = ?", user));
    found.put(
        "balance", count("payment", "select sum(balance) from account where owner = ?", user));
    found.put(
        "reserved",
        count(
            "inventory", "select reserved from stock_item where product_id = ?", product.value()));
    return found;
  }

  /** The databases in which a transaction waits between its two phases. */
  Set<String> preparedDatabases() {
    try (Connection connection = connect("ordering");
        PreparedStatement query =
            connection.prepareStatement("select distinct database::text from pg_prepared_xacts");
        ResultSet row = query.executeQuery()) {
      Set<String> databases = new HashSet<>();
      while (row.next()) {
        databases.add(row.getString(1));
      }
      return databases;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static long count(String domain, String sql, UUID id) {
    try (Connection connection = connect(domain);
        PreparedStatement query = connection.prepareStatement(sql)) {
      query.setObject(1, id);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? row.getLong(1) : 0;
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static Connection connect(String domain) throws SQLException {
    String prefix = "ORDERLY_DB_" + domain.toUpperCase(Locale.ROOT) + "_";
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(System.getenv(prefix + "URL"));
    database.setUser(System.getenv(prefix + "USER"));
    database.setPassword(System.getenv(prefix + "PASSWORD"));
    return database.getConnection();
  }
}
