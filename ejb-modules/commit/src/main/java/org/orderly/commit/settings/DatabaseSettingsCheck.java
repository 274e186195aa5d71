package org.orderly.commit.settings;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Logger;
import org.orderly.commit.RecoverableDatabase;

/**
 * What the commit protocol relies on and could not notice while it works: a database that says
 * "committed" or "prepared" has it on its disk, and members can be prepared at all.
 */
public final class DatabaseSettingsCheck {

  /** As many sessions as one instance's pool may have in a database. */
  static final int PREPARED_PER_INSTANCE = 32;

  private static final Logger LOG = Logger.getLogger(DatabaseSettingsCheck.class.getName());
  private static final String PREPARED = "max_prepared_transactions";
  private static final String SETTINGS =
      "select name, current_setting(name) from pg_settings"
          + " where name in ('fsync', 'full_page_writes', 'synchronous_commit', '"
          + PREPARED
          + "')";

  private final RecoverableDatabase decision;
  private final List<RecoverableDatabase> members;

  /**
   * @param decision the database with the table {@code tx_decision}
   * @param members all others that take part in transactions over several databases
   */
  public DatabaseSettingsCheck(RecoverableDatabase decision, List<RecoverableDatabase> members) {
    this.decision = decision;
    this.members = List.copyOf(members);
  }

  /**
   * Asks every database. One that does not answer cannot take part in anything yet, and is passed
   * over with a warning.
   *
   * @throws UnsafeDatabaseSettings naming the setting and what to do
   */
  public void check() {
    check(decision, false);
    members.forEach(member -> check(member, true));
  }

  private static void check(RecoverableDatabase recoverableDatabase, boolean isPrepared) {
    try (Connection connection = recoverableDatabase.connect()) {
      Map<String, String> settings = settings(connection);
      Optional<String> broken = broken(recoverableDatabase.name(), settings, isPrepared);
      if (broken.isPresent()) {
        throw new UnsafeDatabaseSettings(broken.get());
      }
      if (isPrepared && Integer.parseInt(settings.get(PREPARED)) < PREPARED_PER_INSTANCE) {
        LOG.warning(
            () ->
                told(recoverableDatabase.name(), PREPARED, settings)
                    + ": checkouts are refused when more are under way at once. Set it to "
                    + PREPARED_PER_INSTANCE
                    + " for each instance and each database on that server.");
      }
    } catch (SQLException e) {
      LOG.warning(
          () ->
              recoverableDatabase
                  + " does not answer, its settings are not checked: "
                  + e.getMessage());
    }
  }

  private static Map<String, String> settings(Connection connection) throws SQLException {
    Map<String, String> settings = new HashMap<>();
    try (PreparedStatement query = connection.prepareStatement(SETTINGS);
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        settings.put(row.getString(1), row.getString(2));
      }
    }
    return settings;
  }

  /** What is wrong with the settings, and how to put it right. */
  static Optional<String> broken(
      String recoverableDatabase, Map<String, String> settings, boolean isPrepared) {
    for (String durable : List.of("fsync", "full_page_writes", "synchronous_commit")) {
      if ("off".equals(settings.get(durable))) {
        return Optional.of(
            told(recoverableDatabase, durable, settings)
                + ": after a crash it may have forgotten what it has promised. Set "
                + durable
                + " = on there.");
      }
    }
    if (isPrepared && "0".equals(settings.get(PREPARED))) {
      return Optional.of(
          told(recoverableDatabase, PREPARED, settings)
              + ": it cannot take part in a checkout. Set "
              + PREPARED
              + " to "
              + PREPARED_PER_INSTANCE
              + " for each instance and each database on that server, and restart it.");
    }
    return Optional.empty();
  }

  private static String told(
      String recoverableDatabase, String setting, Map<String, String> settings) {
    return "The server of the "
        + recoverableDatabase
        + " database runs with "
        + setting
        + " = "
        + settings.get(setting);
  }
}
