package org.orderly.commit.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderly.commit.Eventually;
import org.orderly.commit.ThreeDatabases;

class DatabaseSettingsCheckDatabaseTest {

  private static final Map<String, String> SOUND =
      Map.of(
          "fsync", "on",
          "full_page_writes", "on",
          "synchronous_commit", "on",
          "max_prepared_transactions", "250");
  private static final Duration NOT_AT_ALL = Duration.ZERO;

  private static ThreeDatabases databases;
  private final String name = "instance-" + UUID.randomUUID();

  @BeforeAll
  static void start() throws Exception {
    databases = new ThreeDatabases();
  }

  @AfterAll
  static void stop() throws Exception {
    databases.close();
  }

  private static Map<String, String> but(String setting, String value) {
    Map<String, String> settings = new HashMap<>(SOUND);
    settings.put(setting, value);
    return settings;
  }

  private static DatabaseSettingsCheck assumptions() {
    return new DatabaseSettingsCheck(
        databases.database(ThreeDatabases.ORDERING), databases.members());
  }

  @Test
  void acceptsDatabasesThatKeepTheirWord() {
    assertThat(DatabaseSettingsCheck.broken("ordering", SOUND, false)).isEmpty();
    assertThat(DatabaseSettingsCheck.broken("payment", SOUND, true)).isEmpty();
    assertThatCode(() -> assumptions().check()).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"fsync", "full_page_writes", "synchronous_commit"})
  void refusesADatabaseThatMayForget(String setting) {
    assertThat(DatabaseSettingsCheck.broken("ordering", but(setting, "off"), false))
        .hasValueSatisfying(
            reason -> assertThat(reason).contains("ordering", setting + " = off", "= on"));
  }

  @Test
  void refusesAMemberThatCannotBePrepared() {
    Map<String, String> settings = but("max_prepared_transactions", "0");
    assertThat(DatabaseSettingsCheck.broken("payment", settings, true))
        .hasValueSatisfying(reason -> assertThat(reason).contains("payment", "to 32 for each"));
    assertThat(DatabaseSettingsCheck.broken("ordering", settings, false)).isEmpty();
  }

  @Test
  void readsWhatTheDatabaseOfThatNameIsSetTo() throws Exception {
    databases.execute("postgres", "alter database payment set synchronous_commit = off");
    try {
      assertThatThrownBy(() -> assumptions().check())
          .isInstanceOf(UnsafeDatabaseSettings.class)
          .hasMessageContaining("payment database runs with synchronous_commit = off");
    } finally {
      databases.execute("postgres", "alter database payment reset synchronous_commit");
    }
  }

  @Test
  void passesOverADatabaseThatIsAway() throws Exception {
    databases.wire("payment").cut();
    try {
      assertThatCode(() -> assumptions().check()).doesNotThrowAnyException();
    } finally {
      databases.wire("payment").mend();
    }
  }

  private InstanceName claim() {
    return InstanceName.claim(databases.database(ThreeDatabases.ORDERING), name, NOT_AT_ALL);
  }

  private Connection anotherInstance() throws Exception {
    Connection session = databases.connect(ThreeDatabases.ORDERING);
    try (Statement statement = session.createStatement()) {
      statement.execute("select pg_advisory_lock(hashtextextended('instance:" + name + "', 0))");
    }
    return session;
  }

  private long holders() throws Exception {
    return databases.count(
        ThreeDatabases.ORDERING,
        "pg_locks where locktype = 'advisory' and granted"
            + " and ((classid::bigint << 32) | objid::bigint) = hashtextextended('instance:"
            + name
            + "', 0)");
  }

  @Test
  void refusesASecondLiveInstanceOfTheSameName() throws Exception {
    try (Connection other = anotherInstance()) {
      assertThatThrownBy(this::claim)
          .isInstanceOf(UnsafeDatabaseSettings.class)
          .hasMessageContaining(name)
          .hasMessageContaining("ORDERLY_INSTANCE");
      assertThat(other.isValid(1)).isTrue();
    }
    Eventually.isTrue("the name is free", () -> holders() == 0);
    claim().close();
  }

  @Test
  void sharesTheNameBetweenTheApplicationsOfAProcess() throws Exception {
    InstanceName first = claim();
    InstanceName second = claim();
    first.close();
    assertThat(holders()).isOne();
    second.close();
    Eventually.isTrue("the name is free", () -> holders() == 0);
  }

  @Test
  void claimsTheNameAnewAfterTheSessionHasBroken() throws Exception {
    try (InstanceName held = claim()) {
      databases.wire(ThreeDatabases.ORDERING).cut();
      held.keep();
      databases.wire(ThreeDatabases.ORDERING).mend();
      Eventually.isTrue("the name is free", () -> holders() == 0);
      held.keep();
      assertThat(holders()).isOne();
    }
  }

  @Test
  void claimsLaterWhatItCannotClaimWhileTheDatabaseIsAway() throws Exception {
    databases.wire(ThreeDatabases.ORDERING).cut();
    InstanceName held = claim();
    databases.wire(ThreeDatabases.ORDERING).mend();
    held.keep();
    assertThat(holders()).isOne();
    held.close();
  }
}
