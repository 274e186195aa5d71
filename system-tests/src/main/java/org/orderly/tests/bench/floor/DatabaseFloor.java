package org.orderly.tests.bench.floor;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.orderly.tests.bench.shop.BenchFailed;
import org.orderly.tests.bench.shop.BenchShop;

/**
 * What the databases alone can do: an order, a line, a payment and a reservation, as bare inserts
 * into three databases of their own on the server of the shop, which stands idle meanwhile.
 */
public final class DatabaseFloor implements AutoCloseable {

  private static final List<String> TABLES =
      List.of(
          "create table orders (id uuid primary key, number text not null, user_id uuid not null,"
              + " total bigint not null, placed_at timestamptz not null default now());"
              + "create table order_line (order_id uuid not null references orders, position int,"
              + " product_id uuid not null, quantity numeric not null, price bigint not null,"
              + " primary key (order_id, position));"
              + "create table tx_decision (global_id text primary key, outcome char(1) not null,"
              + " decided_at timestamptz not null default now())",
          "create table payment (id uuid primary key, order_id uuid not null unique,"
              + " user_id uuid not null, amount bigint not null)",
          "create table reservation (order_id uuid, product_id uuid, quantity numeric not null,"
              + " primary key (order_id, product_id))");
  private static final List<String> DATABASES =
      List.of("floor_ordering", "floor_payment", "floor_inventory");

  private static final int WORKERS = 2;

  /** With three connections each they leave PostgreSQL enough for the shop. */
  private static final int MOST_SESSIONS = 48;

  private final BenchShop benchShop;

  /** How the three are committed. */
  public enum Protocol {
    /** Ordering decides by a row of its own; the members are prepared before, committed after. */
    ONE_ROW_DECIDES("one row decides (ours)"),
    /** The same without writing the row, to see what the row costs; a crash could not be mended. */
    NO_ROW("the same without its row"),
    /** Everybody is prepared, everybody is committed; the coordinator's own log left out. */
    CLASSIC("three prepared, no log"),
    /** Not atomic. */
    PLAIN("three plain commits"),
    /** One row decides for many orders, which two workers write by a statement a table. */
    GROUPS("groups of 32, 2 workers");

    private final String title;

    Protocol(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }

    /** As in a result file. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public DatabaseFloor(BenchShop benchShop) throws SQLException {
    this.benchShop = benchShop;
    try (Connection connection = benchShop.connect("postgres");
        Statement statement = connection.createStatement()) {
      for (String database : DATABASES) {
        statement.execute("create database " + database);
      }
    }
    for (int i = 0; i < DATABASES.size(); i++) {
      try (Connection connection = benchShop.connect(DATABASES.get(i));
          Statement statement = connection.createStatement()) {
        statement.execute(TABLES.get(i));
      }
    }
  }

  /** What was done in a time. */
  public record Rate(long orders, long nanos) {}

  /**
   * Orders in this time. More clients than there can be sessions share those, as they would share a
   * pool of connections; groups always have their two workers.
   */
  public Rate run(Protocol protocol, int clients, Duration time) throws SQLException {
    int number = protocol == Protocol.GROUPS ? WORKERS : Math.min(clients, MOST_SESSIONS);
    List<FloorWorker> sessions = new ArrayList<>();
    ExecutorService workers = Executors.newFixedThreadPool(number);
    try {
      for (int i = 0; i < number; i++) {
        sessions.add(
            protocol == Protocol.GROUPS
                ? new FloorGroups(connections())
                : new FloorSession(protocol, connections()));
      }
      long begin = System.nanoTime();
      long deadline = begin + time.toNanos();
      List<Callable<Long>> work = new ArrayList<>();
      sessions.forEach(session -> work.add(() -> session.runUntil(deadline)));
      long done = 0;
      for (Future<Long> one : workers.invokeAll(work)) {
        done += one.get();
      }
      return new Rate(done, System.nanoTime() - begin);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchFailed("interrupted");
    } catch (ExecutionException e) {
      throw new BenchFailed("the floor broke: " + e.getCause());
    } finally {
      workers.shutdownNow();
      for (FloorWorker session : sessions) {
        session.close();
      }
    }
  }

  private List<Connection> connections() throws SQLException {
    List<Connection> connections = new ArrayList<>();
    for (String database : DATABASES) {
      connections.add(benchShop.connect(database));
    }
    return connections;
  }

  @Override
  public void close() throws SQLException {
    try (Connection connection = benchShop.connect("postgres");
        Statement statement = connection.createStatement()) {
      for (String database : DATABASES) {
        statement.execute("drop database if exists " + database + " with (force)");
      }
    }
  }
}
