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

/** Scans everything that is prepared, whoever prepared it, and changes nothing. */
public final class InDoubtScanner {

  private static final String ALL =
      "select gid, prepared, owner = current_user as own,"
          + " extract(epoch from clock_timestamp() - prepared) as age"
          + " from pg_prepared_xacts where database = current_database() order by prepared";

  private static final Logger LOG = Logger.getLogger(InDoubtScanner.class.getName());

  private final RecoverableDatabase decision;
  private final List<RecoverableDatabase> databases;

  /**
   * @param members all databases besides the one that decides
   */
  public InDoubtScanner(RecoverableDatabase decision, List<RecoverableDatabase> members) {
    this.decision = decision;
    this.databases = new ArrayList<>(members);
    this.databases.add(decision);
  }

  /** Asks every database, each over a connection of its own, and then the one that decides. */
  public InDoubtScan survey() {
    List<InDoubtTransaction> found = new ArrayList<>();
    List<String> unreachable = new ArrayList<>();
    for (RecoverableDatabase recoverableDatabase : databases) {
      try (Connection connection = recoverableDatabase.connect()) {
        found.addAll(preparedIn(recoverableDatabase, connection));
      } catch (SQLException e) {
        LOG.log(Level.FINE, e, () -> recoverableDatabase + " does not answer: " + e.getMessage());
        unreachable.add(recoverableDatabase.name());
      }
    }
    boolean ours = found.stream().anyMatch(branch -> branch.evidence() != BranchState.FOREIGN);
    return new InDoubtScan(ours ? judged(found) : found, unreachable);
  }

  private static List<InDoubtTransaction> preparedIn(
      RecoverableDatabase recoverableDatabase, Connection connection) throws SQLException {
    List<InDoubtTransaction> found = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(ALL);
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        String gid = row.getString("gid");
        String globalId = row.getBoolean("own") ? GlobalId.inPrepared(gid).orElse(null) : null;
        found.add(
            new InDoubtTransaction(
                recoverableDatabase.name(),
                globalId,
                gid,
                row.getObject("prepared", OffsetDateTime.class).toInstant(),
                Duration.ofMillis(row.getBigDecimal("age").movePointRight(3).longValue()),
                globalId == null ? BranchState.FOREIGN : BranchState.DECISION_UNREACHABLE));
      }
    }
    return found;
  }

  private List<InDoubtTransaction> judged(List<InDoubtTransaction> found) {
    List<InDoubtTransaction> judged = new ArrayList<>();
    try (Connection connection = decision.connect()) {
      DecisionRepository decisionRepository = new DecisionRepository(connection);
      for (InDoubtTransaction branch : found) {
        String globalId = branch.globalId();
        judged.add(
            globalId == null
                ? branch
                : branch.with(decisionRepository.evidence(globalId, branch.age())));
      }
      return judged;
    } catch (SQLException e) {
      LOG.log(Level.FINE, e, () -> decision + " does not decide: " + e.getMessage());
      return found;
    }
  }
}
