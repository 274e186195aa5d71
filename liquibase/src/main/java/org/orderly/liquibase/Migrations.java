package org.orderly.liquibase;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.command.CommandScope;
import liquibase.command.core.UpdateCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.command.core.helpers.ShowSummaryArgument;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;

/**
 * Brings the databases to the shape that this version needs, before the application is deployed.
 *
 * <p>Every change is applied once and in order; several programs may migrate one database at the
 * same time, one of them does the work (see {@link MigrationLock}). A program that is killed
 * meanwhile leaves nothing that stops the next one. A database that already has this version's
 * shape costs one query.
 */
public final class Migrations {
  /** The databases that have a changelog folder, in the order in which they are migrated. */
  public static final List<String> DATABASES =
      List.of("identity", "catalog", "inventory", "ordering", "payment", "notification");

  private Migrations() {}

  /** Where a database is and who owns its tables. */
  public record Target(String url, String user, String password) {
    Connection connect() throws SQLException {
      Properties properties = new Properties();
      properties.setProperty("user", user);
      properties.setProperty("password", password);
      properties.setProperty("ApplicationName", "orderly-migrations");
      return DriverManager.getConnection(url, properties);
    }

    @Override
    public String toString() {
      return user + " at " + url;
    }
  }

  /**
   * Migrates each database that has a changelog. Running it again changes nothing.
   *
   * @param targets by database name, see {@link #DATABASES}
   * @return the databases that were changed
   * @throws MigrationFailed when a change could not be applied; the changes before it stay applied
   */
  public static List<String> migrate(Map<String, Target> targets) {
    Map<String, Target> outdated = new LinkedHashMap<>();
    for (String database : DATABASES) {
      Target target = targets.get(database);
      Changelog changelog = Changelog.of(database);
      if (target != null && changelog.exists() && !isCurrent(database, target, changelog)) {
        outdated.put(database, target);
      }
    }
    outdated.forEach(Migrations::update);
    return List.copyOf(outdated.keySet());
  }

  private static boolean isCurrent(String database, Target target, Changelog changelog) {
    try (Connection connection = target.connect()) {
      return changelog.fingerprint().equals(Fingerprint.read(connection));
    } catch (SQLException | IOException e) {
      throw new MigrationFailed(database, e);
    }
  }

  private static void update(String database, Target target) {
    Logger.getLogger("liquibase").setLevel(Level.WARNING);
    Changelog changelog = Changelog.of(database);
    try (Connection connection = target.connect()) {
      MigrationLock.take(connection);
      if (changelog.fingerprint().equals(Fingerprint.read(connection))) {
        // Another program did it while this one waited.
        return;
      }
      Map<String, Object> scope =
          Map.of(
              Scope.Attr.ui.name(),
              new LoggerUIService(),
              Scope.Attr.resourceAccessor.name(),
              new ClassLoaderResourceAccessor(Migrations.class.getClassLoader()));
      Scope.child(scope, () -> run(connection, changelog));
      connection.setAutoCommit(true);
      Fingerprint.write(connection, changelog.fingerprint());
    } catch (Exception e) {
      throw new MigrationFailed(database, e);
    }
  }

  private static void run(Connection connection, Changelog changelog) throws LiquibaseException {
    Database database =
        DatabaseFactory.getInstance()
            .findCorrectDatabaseImplementation(new JdbcConnection(connection));
    new CommandScope(UpdateCommandStep.COMMAND_NAME)
        .addArgumentValue(DbUrlConnectionArgumentsCommandStep.DATABASE_ARG, database)
        .addArgumentValue(UpdateCommandStep.CHANGELOG_FILE_ARG, changelog.path())
        .addArgumentValue(ShowSummaryArgument.SHOW_SUMMARY, UpdateSummaryEnum.OFF)
        .execute();
  }
}
