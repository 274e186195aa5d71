package org.orderly.commit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Looks at everything that is prepared, whoever prepared it, and changes nothing. */
public final class Surveyor {

  private static final String ALL =
      "select gid, prepared, owner = current_user as own,"
          + " extract(epoch from clock_timestamp() - prepared) as age"
          + " from pg_prepared_xacts where database = current_database() order by prepared";

  private static final Logger LOG = Logger.getLogger(Surveyor.class.getName());

  private final Database decision;
  private final List<Database> databases;

  /**
   * @param members all databases besides the one that decides
   */
  public Surveyor(Database decision, List<Database> members) {
    this.decision = decision;
    this.databases = new ArrayList<>(members);
    this.databases.add(decision);
  }

  /** Asks every database, each over a connection of its own, and then the one that decides. */
  public Survey survey() {
    List<InDoubt> found = new ArrayList<>();
    List<String> unreachable = new ArrayList<>();
    for (Database database : databases) {
      try (Connection connection = database.connect()) {
        found.addAll(preparedIn(database, connection));
      } catch (SQLException e) {
        LOG.log(Level.FINE, e, () -> database + " does not answer: " + e.getMessage());
        unreachable.add(database.name());
      }
    }
    boolean ours = found.stream().anyMatch(branch -> branch.evidence() != Evidence.FOREIGN);
    return new Survey(ours ? judged(found) : found, unreachable);
  }

  private static List<InDoubt> preparedIn(Database database, Connection connection)
      throws SQLException {
    List<InDoubt> found = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(ALL);
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        String gid = row.getString("gid");
        String globalId = row.getBoolean("own") ? GlobalId.inPrepared(gid).orElse(null) : null;
        found.add(
            new InDoubt(
                database.name(),
                globalId,
                gid,
                row.getObject("prepared", OffsetDateTime.class).toInstant(),
                Duration.ofMillis(row.getBigDecimal("age").movePointRight(3).longValue()),
                globalId == null ? Evidence.FOREIGN : Evidence.DECISION_UNREACHABLE));
      }
    }
    return found;
  }

  private List<InDoubt> judged(List<InDoubt> found) {
    List<InDoubt> judged = new ArrayList<>();
    try (Connection connection = decision.connect()) {
      Decisions decisions = new Decisions(connection);
      for (InDoubt branch : found) {
        judged.add(
            branch.evidence() == Evidence.FOREIGN
                ? branch
                : branch.with(decisions.evidence(branch)));
      }
      return judged;
    } catch (SQLException e) {
      LOG.log(Level.FINE, e, () -> decision + " does not decide: " + e.getMessage());
      return found;
    }
  }
}
