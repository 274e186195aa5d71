package org.orderly.commit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Ends what a crash left prepared, by what the decision database says.
 *
 * <p>Any number of resolvers may run anywhere: every step can be repeated and each is decided by a
 * row that cannot change. So that they do not all do the same, each claims the member where it
 * finds work. A member that does not answer delays only its own branches and is asked less often;
 * without the decision database nothing is touched.
 */
public final class InDoubtResolver implements AutoCloseable {

  /** Younger branches belong to transactions that are still being committed. */
  public static final Duration THRESHOLD = Duration.ofSeconds(3);

  /** The advisory lock of a member that a resolver holds while it ends branches there. */
  public static final long CLAIMED = 7305815;

  private static final Duration MARKERS_KEPT = Duration.ofMinutes(10);
  private static final int VALIDATION_SECONDS = 2;
  private static final String CLAIM = "select pg_try_advisory_lock(" + CLAIMED + ")";
  private static final String UNCLAIM = "select pg_advisory_unlock(" + CLAIMED + ")";
  private static final String GONE = "42704";
  private static final String BUSY = "55000";
  private static final String IN_USE = "55006";
  private static final Logger LOG = Logger.getLogger(InDoubtResolver.class.getName());

  private final RecoverableDatabase decision;
  private final List<RecoverableDatabase> members;
  private final String instance;
  private final Duration threshold;
  private final ConnectionCache connectionCache = new ConnectionCache();
  private final DatabaseRetries retries = new DatabaseRetries(System::nanoTime);

  /**
   * @param decision the database with the table {@code tx_decision}
   * @param members all databases that may have branches
   * @param instance who we are, for the history
   */
  public InDoubtResolver(
      RecoverableDatabase decision, List<RecoverableDatabase> members, String instance) {
    this(decision, members, instance, THRESHOLD);
  }

  InDoubtResolver(
      RecoverableDatabase decision,
      List<RecoverableDatabase> members,
      String instance,
      Duration threshold) {
    this.decision = decision;
    this.members = List.copyOf(members);
    this.instance = instance;
    this.threshold = threshold;
  }

  /**
   * Ends every branch that is older than the threshold and decided, or can be. A database that does
   * not answer is asked again some seconds later.
   */
  public synchronized void run() {
    Set<String> prepared = new HashSet<>();
    boolean sawAll = true;
    if (!retries.isDue(decision)) {
      return;
    }
    try {
      DecisionRepository decisionRepository = new DecisionRepository(connectionCache.to(decision));
      for (RecoverableDatabase member : members) {
        sawAll &= retries.isDue(member) && visit(member, decisionRepository, prepared);
      }
      if (sawAll) {
        decisionRepository.purge(MARKERS_KEPT, prepared);
      }
      retries.answered(decision);
    } catch (SQLException e) {
      LOG.log(Level.FINE, e, () -> decision + " does not decide: " + e.getMessage());
      connectionCache.close();
      retries.failed(decision);
    }
  }

  /**
   * Applies the rule now, whoever else is at it, because a person asks for it.
   *
   * @param globalId of a single transaction, of whatever age; if empty, all that are older than the
   *     threshold
   */
  public synchronized RecoveryPass resolve(Optional<String> globalId, @Nullable UUID askedBy) {
    List<Resolution> resolutions = new ArrayList<>();
    List<String> unreachable = new ArrayList<>();
    try {
      DecisionRepository decisionRepository = new DecisionRepository(connectionCache.to(decision));
      for (RecoverableDatabase member : members) {
        try {
          resolutions.addAll(resolveIn(member, decisionRepository, globalId, askedBy));
        } catch (SQLException e) {
          LOG.log(Level.WARNING, e, () -> member + " is not resolved: " + e.getMessage());
          unreachable.add(member.name());
          loseConnections(member);
        }
      }
    } catch (SQLException e) {
      LOG.log(Level.WARNING, e, () -> decision + " does not decide: " + e.getMessage());
      unreachable.add(decision.name());
      connectionCache.close();
    }
    return new RecoveryPass(resolutions, unreachable);
  }

  private List<Resolution> resolveIn(
      RecoverableDatabase member,
      DecisionRepository decisionRepository,
      Optional<String> globalId,
      @Nullable UUID askedBy)
      throws SQLException {
    Connection connection = connectionCache.to(member);
    List<Resolution> resolutions = new ArrayList<>();
    for (PreparedBranch branch : PreparedBranch.in(connection)) {
      if (globalId.map(branch.globalId()::equals).orElse(isOld(branch))) {
        resolutions.add(end(member, connection, branch, decisionRepository, askedBy));
      }
    }
    return resolutions;
  }

  /** Gives the connections back. */
  @Override
  public synchronized void close() {
    connectionCache.close();
  }

  /** Returns whether the member answered to the end. */
  private boolean visit(
      RecoverableDatabase member, DecisionRepository decisionRepository, Set<String> prepared)
      throws SQLException {
    try {
      Connection connection = connectionCache.to(member);
      List<PreparedBranch> branches = PreparedBranch.in(connection);
      branches.forEach(branch -> prepared.add(branch.globalId()));
      if (branches.stream().anyMatch(this::isOld) && answersYes(connection, CLAIM)) {
        try {
          endOld(member, connection, decisionRepository);
        } finally {
          answersYes(connection, UNCLAIM);
        }
      }
      retries.answered(member);
      return true;
    } catch (SQLException e) {
      LOG.log(Level.FINE, e, () -> member + " is looked at later: " + e.getMessage());
      loseConnections(member);
      retries.failed(member);
      return false;
    }
  }

  /** Looks again: until it was claimed, somebody else may have ended what was seen. */
  private void endOld(
      RecoverableDatabase member, Connection connection, DecisionRepository decisionRepository)
      throws SQLException {
    for (PreparedBranch branch : PreparedBranch.in(connection)) {
      if (isOld(branch)) {
        end(member, connection, branch, decisionRepository, null);
      }
    }
  }

  private Resolution end(
      RecoverableDatabase member,
      Connection connection,
      PreparedBranch branch,
      DecisionRepository decisionRepository,
      @Nullable UUID askedBy)
      throws SQLException {
    Decision verdict = decisionRepository.settle(branch.globalId());
    if (verdict == Decision.OPEN || !hasEnded(connection, branch, verdict)) {
      return branch.resolution(member, Resolution.Action.LEFT);
    }
    boolean commit = verdict == Decision.COMMIT;
    Resolution.Action action = commit ? Resolution.Action.COMMITTED : Resolution.Action.ROLLED_BACK;
    LOG.info(() -> "in doubt since " + branch.preparedAt() + " in " + member + ": " + action);
    Resolution resolution = branch.resolution(member, action);
    decisionRepository.report(resolution, instance, askedBy);
    return resolution;
  }

  private static boolean hasEnded(Connection connection, PreparedBranch branch, Decision verdict)
      throws SQLException {
    String statement = verdict == Decision.COMMIT ? "commit prepared '" : "rollback prepared '";
    try (Statement last = connection.createStatement()) {
      last.execute(statement + branch.gid().replace("'", "''") + "'");
      return true;
    } catch (SQLException e) {
      if (isSomebodyElses(e)) {
        return false;
      }
      throw e;
    }
  }

  private boolean isOld(PreparedBranch branch) {
    return branch.age().compareTo(threshold) > 0;
  }

  /** Another resolver, or the transaction itself, has ended the branch or is at it. */
  private static boolean isSomebodyElses(SQLException e) {
    String state = e.getSQLState();
    return GONE.equals(state) || BUSY.equals(state) || IN_USE.equals(state);
  }

  private static boolean answersYes(Connection connection, String question) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(question);
        ResultSet row = query.executeQuery()) {
      return row.next() && row.getBoolean(1);
    }
  }

  /** Which of the two connections failed is not told. */
  private void loseConnections(RecoverableDatabase member) throws SQLException {
    connectionCache.drop(member);
    if (!connectionCache.to(decision).isValid(VALIDATION_SECONDS)) {
      throw new SQLException("the connection is lost");
    }
  }
}
