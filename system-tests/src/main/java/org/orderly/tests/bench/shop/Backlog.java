package org.orderly.tests.bench.shop;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a shop still has to do after its orders were placed: cards to capture, events to tell, and
 * mails to send.
 */
public final class Backlog implements AutoCloseable {

  private static final List<String> DATABASES =
      List.of("ordering", "inventory", "payment", "identity");
  private static final String WAITING = "select exists (select 1 from outbox)";
  private static final String HEARD = "select count(*) from inbox";
  private static final String UNSENT =
      "select exists (select 1 from mail_delivery where status = 'PENDING')";
  private static final String UNCAPTURED =
      "select exists (select 1 from payment_task where state = 'OPEN')";
  private static final Duration STILL = Duration.ofMillis(500);

  private final BenchShop benchShop;
  private final Map<String, Connection> connections = new HashMap<>();

  public Backlog(BenchShop benchShop) {
    this.benchShop = benchShop;
  }

  /**
   * Milliseconds until a step was done; negative if it was not in time.
   *
   * @param outboxMillis until every event had left for the broker
   * @param allMillis until the consumers were done, and the mails sent
   */
  public record Time(long outboxMillis, long allMillis) {}

  public Time await(Duration patience) {
    long begin = System.nanoTime();
    boolean sent = Wait.upTo(patience, () -> nothingToCapture() && outboxesAreEmpty());
    long outboxes = sent ? millisSince(begin) : -1;
    boolean quiet = Wait.upTo(patience, this::isQuiet);
    return new Time(outboxes, quiet ? millisSince(begin) - STILL.toMillis() : -1);
  }

  private boolean nothingToCapture() throws SQLException {
    return ask("payment", UNCAPTURED).equals("f");
  }

  private boolean outboxesAreEmpty() throws SQLException {
    for (String database : DATABASES) {
      if (ask(database, WAITING).equals("t")) {
        return false;
      }
    }
    return true;
  }

  private boolean isQuiet() throws SQLException {
    String heard = ask("notification", HEARD);
    boolean changed = Wait.upTo(STILL, () -> !ask("notification", HEARD).equals(heard));
    return !changed && ask("notification", UNSENT).equals("f");
  }

  private String ask(String database, String sql) throws SQLException {
    // kept open: to be let in costs the database more than the question
    Connection kept = connections.get(database);
    if (kept == null) {
      kept = benchShop.connect(database);
      connections.put(database, kept);
    }
    try (Statement query = kept.createStatement();
        ResultSet row = query.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  @Override
  public void close() throws SQLException {
    for (Connection connection : connections.values()) {
      connection.close();
    }
  }

  private static long millisSince(long begin) {
    return (System.nanoTime() - begin) / 1_000_000;
  }
}
