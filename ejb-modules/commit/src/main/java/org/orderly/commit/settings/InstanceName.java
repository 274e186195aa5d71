package org.orderly.commit.settings;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.orderly.commit.RecoverableDatabase;

/**
 * The claim of this process to its name. Transactions are named after the instance that began them,
 * so two that are alive must not share one.
 *
 * <p>It is an advisory lock of a session that is kept open in the decision database: whoever dies
 * loses it at once. All applications of a process share one claim.
 */
public final class InstanceName implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(InstanceName.class.getName());
  private static final Map<String, InstanceName> HELD = new HashMap<>();

  /** For what a killed process of the same name leaves to be noticed. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final long PAUSE_MILLIS = 500;

  /** A machine that is gone without a word is noticed within half a minute. */
  private static final String STAY =
      "set idle_session_timeout = 0; set tcp_keepalives_idle = 10;"
          + " set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3";

  private static final String LOCK =
      "select pg_try_advisory_lock(hashtextextended('instance:' || ?::text, 0))";

  private final RecoverableDatabase decision;
  private final String name;
  private int users;
  private @Nullable Connection session;
  private boolean isLost;

  private InstanceName(RecoverableDatabase decision, String name) {
    this.decision = decision;
    this.name = name;
  }

  /**
   * Claims the name for this process, after half a minute's patience with whoever has it. While the
   * database does not answer nothing is claimed; {@link #keep()} makes up for it.
   *
   * @throws UnsafeDatabaseSettings if another process that is alive has the name
   */
  public static InstanceName claim(RecoverableDatabase decision, String name) {
    return claim(decision, name, PATIENCE);
  }

  static InstanceName claim(RecoverableDatabase decision, String name, Duration patience) {
    synchronized (HELD) {
      InstanceName claim = HELD.get(name);
      if (claim == null) {
        claim = new InstanceName(decision, name);
        claim.hold(patience);
        HELD.put(name, claim);
      }
      claim.users++;
      return claim;
    }
  }

  private void hold(Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    try {
      while (!lock()) {
        if (System.nanoTime() > deadline) {
          disconnect();
          throw new UnsafeDatabaseSettings(
              "Another instance that is alive is called "
                  + name
                  + ". Stop it, or set ORDERLY_INSTANCE to a name of its own for each.");
        }
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      }
    } catch (SQLException e) {
      LOG.warning(
          () -> decision + " does not answer, the name is claimed later: " + e.getMessage());
      disconnect();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      disconnect();
    }
  }

  private boolean lock() throws SQLException {
    Connection own = session;
    if (own == null) {
      own = decision.connect();
      session = own;
      try (Statement statement = own.createStatement()) {
        statement.execute(STAY);
      }
    }
    try (PreparedStatement query = own.prepareStatement(LOCK)) {
      query.setString(1, name);
      try (ResultSet row = query.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  /** To be called now and then: claims the name anew when the session that had it has broken. */
  public void keep() {
    synchronized (HELD) {
      try {
        if (session != null && !isLost && session.isValid(1)) {
          return;
        }
        disconnect();
        boolean wasLost = isLost;
        isLost = !lock();
        if (isLost && !wasLost) {
          LOG.severe(() -> "Another instance has taken the name " + name + "; stop one of the two");
        }
      } catch (SQLException e) {
        LOG.log(Level.FINE, e, () -> decision + " does not answer, the name is claimed later");
        disconnect();
      }
    }
  }

  private void disconnect() {
    try (Connection broken = session) {
      session = null;
    } catch (SQLException e) {
      LOG.log(Level.FINE, e, () -> "the session was gone already");
    }
  }

  /** Gives the name back when the last application of this process has closed its claim. */
  @Override
  public void close() {
    synchronized (HELD) {
      if (--users == 0) {
        HELD.remove(name);
        disconnect();
      }
    }
  }
}
