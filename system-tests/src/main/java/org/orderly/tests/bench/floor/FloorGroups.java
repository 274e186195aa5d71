package org.orderly.tests.bench.floor;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** One worker that writes a group of orders by one statement a table, and commits them together. */
final class FloorGroups implements FloorWorker {

  private static final int ORDERS = 32;

  private final List<Connection> connections;
  private final List<PreparedStatement> writes;
  private final PreparedStatement marker;
  private final UUID somebody = UUID.randomUUID();

  FloorGroups(List<Connection> connections) throws SQLException {
    this.connections = connections;
    Connection ordering = connections.get(0);
    this.writes =
        List.of(
            ordering.prepareStatement(
                "insert into orders (id, number, user_id, total)"
                    + " select id, '2026-' || id, ?, 200 from unnest(?) as id"),
            ordering.prepareStatement(
                "insert into order_line select id, 0, ?, 1, 200 from unnest(?) as id"),
            connections
                .get(1)
                .prepareStatement(
                    "insert into payment select gen_random_uuid(), id, ?, 200 from unnest(?) as id"),
            connections
                .get(2)
                .prepareStatement("insert into reservation select id, ?, 1 from unnest(?) as id"));
    this.marker =
        ordering.prepareStatement("insert into tx_decision (global_id, outcome) values (?, 'C')");
  }

  @Override
  public long runUntil(long deadline) throws SQLException {
    long done = 0;
    while (System.nanoTime() < deadline) {
      run();
      done += ORDERS;
    }
    return done;
  }

  private void run() throws SQLException {
    for (Connection connection : connections) {
      connection.setAutoCommit(false);
    }
    UUID[] ids = Stream.generate(UUID::randomUUID).limit(ORDERS).toArray(UUID[]::new);
    for (PreparedStatement write : writes) {
      write.setObject(1, somebody);
      write.setArray(2, write.getConnection().createArrayOf("uuid", ids));
      if (write.executeUpdate() != ORDERS) {
        throw new SQLException("a group was not written whole");
      }
    }
    String gid = ids[0].toString();
    List<Connection> members = connections.subList(1, connections.size());
    PreparedBranches.end("prepare transaction", gid, members);
    marker.setString(1, gid);
    marker.executeUpdate();
    connections.get(0).commit();
    PreparedBranches.commit(gid, members);
  }

  @Override
  public void close() throws SQLException {
    for (Connection connection : connections) {
      connection.close();
    }
  }
}
