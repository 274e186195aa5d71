package org.orderly.inventory;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.orderly.kernel.Finding;
import org.orderly.liquibase.Migrations;
import org.orderly.messaging.Outbox;

/** A migrated inventory database, used in transactions as the container would. */
final class StockDatabase implements AutoCloseable {

  private static final String USER = "postgres";

  private final EmbeddedPostgres server;

  StockDatabase() throws IOException {
    server = EmbeddedPostgres.start();
    Migrations.migrate(
        Map.of("inventory", new Migrations.Target(server.getJdbcUrl(USER, USER), USER, "")));
  }

  /** One transaction; it rolls back if the work fails. */
  void transaction(Consumer<StockReservations> work) {
    try (Connection connection = server.getPostgresDatabase().getConnection()) {
      connection.setAutoCommit(false);
      work.accept(reservations(inventory(enlisted(connection))));
      connection.commit();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  void execute(String sql, Object... values) {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        PreparedStatement statement = prepared(connection, sql, values)) {
      statement.execute();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** The first row as the database writes rows; {@code null} if there is none. */
  String row(String sql, Object... values) {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        PreparedStatement query =
            prepared(connection, "select r::text from (" + sql + ") r", values);
        ResultSet row = query.executeQuery()) {
      return row.next() ? row.getString(1) : null;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** What breaks I1 or I2. */
  List<Finding> findings() throws SQLException {
    return new StockCheckQueries(inventory(server.getPostgresDatabase()))
        .products()
        .after(null, 1_000)
        .findings();
  }

  ReservationQueries reservedOrders() {
    return new ReservationQueries(inventory(server.getPostgresDatabase()));
  }

  ReturnedStockQueries returnedStock() {
    return new ReturnedStockQueries(inventory(server.getPostgresDatabase()));
  }

  private static PreparedStatement prepared(Connection connection, String sql, Object... values)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  private static InventoryDatabase inventory(DataSource database) {
    return new InventoryDatabase() {
      @Override
      DataSource dataSource() {
        return database;
      }
    };
  }

  private static StockReservations reservations(InventoryDatabase inventory) {
    TransactionSynchronizationRegistry nobody =
        fake(TransactionSynchronizationRegistry.class, (proxy, method, arguments) -> null);
    Outbox outbox = new Outbox(InventoryDatabase.NAME, inventory.dataSource(), nobody);
    return new StockReservations(new StockItemRepository(), inventory, outbox, Clock.systemUTC());
  }

  /** Gives the transaction's connection to everybody; closing it does nothing. */
  private static DataSource enlisted(Connection transaction) {
    Connection shared =
        fake(
            Connection.class,
            (proxy, method, arguments) -> {
              try {
                return method.getName().equals("close")
                    ? null
                    : method.invoke(transaction, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
    return fake(DataSource.class, (proxy, method, arguments) -> shared);
  }

  private static <T> T fake(Class<T> type, InvocationHandler behaviour) {
    return type.cast(
        Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, behaviour));
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
