package org.orderly.tests.bench.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.orderly.tests.bench.shop.BenchFailed;
import org.orderly.tests.bench.shop.BenchShop;
import org.orderly.tests.bench.shop.Wait;

/**
 * Copies orders that the shop has taken into its past: order, lines, transitions, payment, ledger,
 * reservation, sales and message of each, by a few statements a table and without triggers. The
 * sums are moved along, so that all integrity checks hold afterwards; the shop itself seals the new
 * ledger transactions. The shop must stand idle.
 */
public final class OrderHistory {

  private static final int TEMPLATES = 1_000;
  private static final int BATCH = 10_000;
  private static final Duration SEALING = Duration.ofMinutes(60);

  private static final String TEMPLATE_IDS =
      "select id from orders where status = 'CONFIRMED' and payment_method = 'WALLET'"
          + " and revision = 0 and adjustments = 0 and placed_at > now() - interval '1 day'"
          + " order by id desc limit "
          + TEMPLATES;

  private final BenchShop shop;

  public OrderHistory(BenchShop shop) {
    this.shop = shop;
  }

  /** Returns how many orders there are then, which is more if there were more. */
  public long fillUpTo(long number) throws SQLException {
    try (Connection ordering = connect("ordering");
        Connection payment = connect("payment");
        Connection inventory = connect("inventory");
        Connection notification = connect("notification")) {
      long there = count(ordering);
      List<UUID> templates = templates(ordering);
      HistoryIds ids = new HistoryIds(Instant.now(), Math.max(1, number - there), there);
      for (long done = 0; done < number - there; done += BATCH) {
        int size = (int) Math.min(BATCH, number - there - done);
        HistoryBatch batch = batch(ordering, templates, ids.from(done, size));
        batch.write(inventory, HistorySql.INVENTORY);
        batch.write(payment, HistorySql.PAYMENT);
        batch.write(ordering, HistorySql.ORDERING);
        batch.write(notification, HistorySql.NOTIFICATION);
      }
      tidy(List.of(ordering, payment, inventory, notification));
      awaitSeals(payment);
      return count(ordering);
    }
  }

  private Connection connect(String database) throws SQLException {
    Connection connection = shop.connect(database);
    try (Statement statement = connection.createStatement()) {
      statement.execute("set session_replication_role = replica");
      statement.execute("set synchronous_commit = off");
      statement.execute(HistorySql.DERIVED);
    }
    return connection;
  }

  private static long count(Connection ordering) throws SQLException {
    return number(ordering, "select count(*) from orders");
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (Statement query = connection.createStatement();
        ResultSet row = query.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  private static List<UUID> templates(Connection ordering) throws SQLException {
    List<UUID> found = new ArrayList<>();
    try (Statement query = ordering.createStatement();
        ResultSet row = query.executeQuery(TEMPLATE_IDS)) {
      while (row.next()) {
        found.add(row.getObject(1, UUID.class));
      }
    }
    if (found.isEmpty()) {
      throw new BenchFailed("there is no order to copy; warm up with payment by wallet first");
    }
    return found;
  }

  private static HistoryBatch batch(
      Connection ordering, List<UUID> templates, List<HistoryIds.Slot> slots) throws SQLException {
    List<String> numbers = new ArrayList<>();
    try (PreparedStatement query =
        ordering.prepareStatement("select nextval('order_number') from generate_series(1, ?)")) {
      query.setInt(1, slots.size());
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          int year = slots.get(numbers.size()).at().atZone(ZoneOffset.UTC).getYear();
          numbers.add("%d-%06d".formatted(year, row.getLong(1)));
        }
      }
    }
    List<UUID> copied = new ArrayList<>();
    for (int i = 0; i < slots.size(); i++) {
      copied.add(templates.get(i % templates.size()));
    }
    return new HistoryBatch(copied, slots, numbers);
  }

  /** What the database would do by itself, before it is measured instead of meanwhile. */
  private static void tidy(List<Connection> connections) throws SQLException {
    for (Connection connection : connections) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("vacuum analyze");
      }
    }
  }

  private static void awaitSeals(Connection payment) {
    boolean sealed =
        Wait.upTo(SEALING, () -> number(payment, "select count(*) from ledger_unsealed") == 0);
    if (!sealed) {
      throw new BenchFailed("the ledger of the history is not sealed");
    }
  }
}
