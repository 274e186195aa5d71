package org.orderly.commit;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Ends what a crash left prepared, by what the decision database says.
 *
 * <p>Any number of resolvers may run anywhere: every step can be repeated and each is decided by a
 * row that cannot change. A member that does not answer delays only its own branches; without the
 * decision database nothing is touched.
 */
public final class Resolver implements AutoCloseable {

  /** Younger branches belong to transactions that are still being committed. */
  public static final Duration THRESHOLD = Duration.ofSeconds(3);

  private static final Duration MARKERS_KEPT = Duration.ofMinutes(10);
  private static final String GONE = "42704";
  private static final String BUSY = "55000";
  private static final String IN_USE = "55006";
  private static final Logger LOG = Logger.getLogger(Resolver.class.getName());

  private final Database decision;
  private final List<Database> members;
  private final String instance;
  private final Duration threshold;
  private final Map<Database, Connection> connections = new HashMap<>();

  /**
   * @param decision the database with the table {@code tx_decision}
   * @param members all databases that may have branches
   * @param instance who we are, for the history
   */
  public Resolver(Database decision, List<Database> members, String instance) {
    this(decision, members, instance, THRESHOLD);
  }

  Resolver(Database decision, List<Database> members, String instance, Duration threshold) {
    this.decision = decision;
    this.members = List.copyOf(members);
    this.instance = instance;
    this.threshold = threshold;
  }

  /**
   * Ends every branch that is older than the threshold and decided, or can be. A database that does
   * not answer is asked again the next time.
   */
  public synchronized void run() {
    Set<String> prepared = new HashSet<>();
    boolean sawAll = true;
    try {
      Decisions decisions = new Decisions(connection(decision));
      for (Database member : members) {
        sawAll &= visit(member, decisions, prepared);
      }
      if (sawAll) {
        decisions.purge(MARKERS_KEPT, prepared);
      } else {
        // which of the two connections failed is not told
        disconnect(decision);
      }
    } catch (SQLException e) {
      LOG.log(Level.FINE, e, () -> decision + " does not decide: " + e.getMessage());
      disconnect(decision);
    }
  }

  /** Gives the connections back. */
  @Override
  public synchronized void close() {
    List.copyOf(connections.keySet()).forEach(this::disconnect);
  }

  /** Looking is frequent and connecting costs a password's hashing, so connections are kept. */
  private Connection connection(Database database) throws SQLException {
    Connection kept = connections.get(database);
    if (kept == null) {
      kept = database.connect();
      connections.put(database, kept);
    }
    return kept;
  }

  private void disconnect(Database database) {
    try (Connection broken = connections.remove(database)) {
      LOG.fine(() -> database + " is connected to anew the next time");
    } catch (SQLException e) {
      LOG.log(Level.FINE, e, () -> database + " was gone already");
    }
  }

  /** Returns whether the member answered to the end. */
  private boolean visit(Database member, Decisions decisions, Set<String> prepared) {
    try {
      Connection connection = connection(member);
      for (PreparedBranch branch : PreparedBranch.in(connection)) {
        prepared.add(branch.globalId());
        if (branch.age().compareTo(threshold) > 0) {
          end(member, connection, branch, decisions);
        }
      }
      return true;
    } catch (SQLException e) {
      LOG.log(Level.FINE, e, () -> member + " is looked at later: " + e.getMessage());
      disconnect(member);
      return false;
    }
  }

  private void end(
      Database member, Connection connection, PreparedBranch branch, Decisions decisions)
      throws SQLException {
    Verdict verdict = decisions.settle(branch.globalId());
    if (verdict == Verdict.OPEN) {
      return;
    }
    boolean commit = verdict == Verdict.COMMIT;
    String statement = commit ? "commit prepared '" : "rollback prepared '";
    try (Statement last = connection.createStatement()) {
      last.execute(statement + branch.gid().replace("'", "''") + "'");
    } catch (SQLException e) {
      if (isSomebodyElses(e)) {
        return;
      }
      throw e;
    }
    Resolution.Action action = commit ? Resolution.Action.COMMITTED : Resolution.Action.ROLLED_BACK;
    Resolution resolution =
        new Resolution(branch.globalId(), member.name(), action, branch.preparedAt());
    LOG.info(() -> "in doubt since " + branch.preparedAt() + " in " + member + ": " + action);
    decisions.report(resolution, instance);
  }

  /** Another resolver, or the transaction itself, has ended the branch or is at it. */
  private static boolean isSomebodyElses(SQLException e) {
    String state = e.getSQLState();
    return GONE.equals(state) || BUSY.equals(state) || IN_USE.equals(state);
  }
}
