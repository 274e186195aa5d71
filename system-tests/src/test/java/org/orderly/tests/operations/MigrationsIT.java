package org.orderly.tests.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orderly.liquibase.Migrations;
import org.orderly.liquibase.Migrations.Target;
import org.orderly.tests.support.RunningShop;
import org.orderly.tests.support.ShopDatabases;

@ExtendWith(RunningShop.class)
class MigrationsIT {

  @Test
  void changeNothingWhenTheyRunAgain() {
    Map<String, String> before = ShopDatabases.fingerprints();
    assertThat(before.keySet()).anyMatch(table -> table.endsWith(".databasechangelog"));
    assertThat(Migrations.migrate(targets())).isEmpty();
    assertThat(ShopDatabases.fingerprints()).isEqualTo(before);
  }

  @Test
  void changeNothingEvenWhenEveryChangeIsLookedAtAgain() {
    Map<String, String> before = ShopDatabases.fingerprints();
    Migrations.DATABASES.forEach(this::forgetTheMark);
    Migrations.migrate(targets());
    assertThat(ShopDatabases.fingerprints()).isEqualTo(before);
  }

  /** Without the mark that a migration leaves, a database is compared change by change. */
  private void forgetTheMark(String database) {
    try (Connection connection = ShopDatabases.connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute("comment on table databasechangelog is null");
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static Map<String, Target> targets() {
    Map<String, String> environment = RunningShop.environment();
    Map<String, Target> targets = new HashMap<>();
    for (String database : Migrations.DATABASES) {
      String prefix = "ORDERLY_DB_" + database.toUpperCase(Locale.ROOT) + "_";
      targets.put(
          database,
          new Target(
              environment.get(prefix + "URL"),
              environment.get(prefix + "USER"),
              environment.get(prefix + "PASSWORD")));
    }
    return targets;
  }
}
