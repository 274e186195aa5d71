package org.orderly.commit;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** One transaction that was left in the middle: what stands where. */
final class Doubt {

  /** What has become of a branch. */
  enum Fate {
    COMMITTED,
    ROLLED_BACK,
    LEFT
  }

  private final ThreeDatabases databases;
  private final String globalId =
      Base64.getEncoder().encodeToString(UUID.randomUUID().toString().getBytes());

  Doubt(ThreeDatabases databases) {
    this.databases = databases;
  }

  String globalId() {
    return globalId;
  }

  /** As the driver names it. */
  String gid(String member) {
    return "1_" + globalId + "_" + Base64.getEncoder().encodeToString(member.getBytes());
  }

  Doubt prepared(String... members) throws SQLException {
    for (String member : members) {
      try (Connection connection = databases.connect(member);
          Statement statement = connection.createStatement()) {
        statement.execute("begin");
        statement.execute("insert into effect values ('" + globalId + "')");
        statement.execute("prepare transaction '" + gid(member) + "'");
      }
    }
    return this;
  }

  Doubt decided(char outcome) throws SQLException {
    databases.execute(ThreeDatabases.ORDERING, insert(outcome));
    return this;
  }

  /** A session that has written the marker and has not committed. */
  Connection marking() throws SQLException {
    Connection session = databases.connect(ThreeDatabases.ORDERING);
    session.setAutoCommit(false);
    try (Statement statement = session.createStatement()) {
      statement.execute(insert('C'));
    }
    return session;
  }

  private String insert(char outcome) {
    return "insert into tx_decision (global_id, outcome) values ('"
        + globalId
        + "', '"
        + outcome
        + "')";
  }

  Fate fate(String member) throws SQLException {
    boolean prepared =
        databases.count(member, "pg_prepared_xacts where gid = '" + gid(member) + "'") > 0;
    boolean effect = databases.count(member, "effect where id = '" + globalId + "'") > 0;
    if (prepared) {
      return Fate.LEFT;
    }
    return effect ? Fate.COMMITTED : Fate.ROLLED_BACK;
  }

  /** What the decision table says, if anything. */
  Optional<String> row() throws SQLException {
    return databases.ask(
        ThreeDatabases.ORDERING,
        "select outcome from tx_decision where global_id = '" + globalId + "'");
  }

  /** How often a resolver said that it has ended the branch. */
  long told(String member) throws SQLException {
    return databases.count(
        ThreeDatabases.ORDERING,
        "tx_resolution where global_id = '" + globalId + "' and database = '" + member + "'");
  }

  /** Whatever is left of it goes. */
  void clear() throws SQLException {
    for (String member : ThreeDatabases.MEMBERS) {
      if (fate(member) == Fate.LEFT) {
        databases.execute(member, "rollback prepared '" + gid(member) + "'");
      }
    }
  }
}
