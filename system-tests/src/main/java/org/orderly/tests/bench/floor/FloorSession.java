package org.orderly.tests.bench.floor;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.orderly.tests.bench.floor.DatabaseFloor.Protocol;

/** One client of the floor: a connection to each database, one transaction after the other. */
final class FloorSession implements FloorWorker {

  private final Protocol protocol;
  private final List<Connection> connections;
  private final Connection ordering;
  private final PreparedStatement order;
  private final PreparedStatement line;
  private final PreparedStatement marker;
  private final PreparedStatement payment;
  private final PreparedStatement reservation;
  private final UUID somebody = UUID.randomUUID();

  FloorSession(Protocol protocol, List<Connection> connections) throws SQLException {
    this.protocol = protocol;
    this.connections = connections;
    this.ordering = connections.get(0);
    this.order =
        ordering.prepareStatement(
            "insert into orders (id, number, user_id, total) values (?, ?, ?, 200)");
    this.line = ordering.prepareStatement("insert into order_line values (?, 0, ?, 1, 200)");
    this.marker =
        ordering.prepareStatement("insert into tx_decision (global_id, outcome) values (?, 'C')");
    this.payment = connections.get(1).prepareStatement("insert into payment values (?, ?, ?, 200)");
    this.reservation =
        connections.get(2).prepareStatement("insert into reservation values (?, ?, 1)");
  }

  @Override
  public long runUntil(long deadline) throws SQLException {
    long done = 0;
    while (System.nanoTime() < deadline) {
      run();
      done++;
    }
    return done;
  }

  private void run() throws SQLException {
    for (Connection connection : connections) {
      connection.setAutoCommit(false);
    }
    UUID id = UUID.randomUUID();
    write(id);
    String gid = id.toString();
    switch (protocol) {
      case ONE_ROW_DECIDES -> decide(gid, true);
      case NO_ROW -> decide(gid, false);
      case CLASSIC -> {
        PreparedBranches.end("prepare transaction", gid, connections);
        PreparedBranches.commit(gid, connections);
      }
      case PLAIN, GROUPS -> {
        for (Connection connection : connections) {
          connection.commit();
        }
      }
    }
  }

  private void write(UUID id) throws SQLException {
    order.setObject(1, id);
    order.setString(2, "2026-" + id);
    order.setObject(3, somebody);
    order.executeUpdate();
    line.setObject(1, id);
    line.setObject(2, somebody);
    line.executeUpdate();
    payment.setObject(1, UUID.randomUUID());
    payment.setObject(2, id);
    payment.setObject(3, somebody);
    payment.executeUpdate();
    reservation.setObject(1, id);
    reservation.setObject(2, somebody);
    reservation.executeUpdate();
  }

  private void decide(String gid, boolean withRow) throws SQLException {
    List<Connection> members = connections.subList(1, connections.size());
    PreparedBranches.end("prepare transaction", gid, members);
    if (withRow) {
      marker.setString(1, gid);
      marker.executeUpdate();
    }
    ordering.commit();
    PreparedBranches.commit(gid, members);
  }

  @Override
  public void close() throws SQLException {
    for (Connection connection : connections) {
      connection.close();
    }
  }
}
