package org.orderly.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderly.identity.link.InvalidLink;
import org.orderly.identity.link.LinkIssue;
import org.orderly.identity.link.LinkPurpose;
import org.orderly.identity.password.PasswordHashing;
import org.orderly.identity.person.EmailAddress;
import org.orderly.identity.person.People;
import org.orderly.identity.token.TestKeys;
import org.orderly.kernel.UserId;
import org.orderly.testing.Application;
import org.orderly.testing.TestDatabase;

/** Links that were mailed: what they do, how often, and how many there are. */
class MailedLinksDatabaseTest {

  private static final String PASSWORD = "correct horse battery staple";

  @RegisterExtension static final Application APP = Application.on("identity");

  private final String email = "ann-" + UUID.randomUUID() + "@example.org";
  private final String newEmail = "new-" + UUID.randomUUID() + "@example.org";
  private TestDatabase database;
  private UserId ann;

  @BeforeAll
  static void provideAKey() {
    TestKeys.provide();
  }

  @BeforeEach
  void register() {
    database = APP.database("identity");
    database.execute("delete from outbox");
    ann = People.add(database, email);
  }

  private void issue(LinkPurpose purpose) {
    APP.inTransaction(
        () -> APP.bean(LinkIssue.class).issue(purpose, EmailAddress.of(email), Optional.of(ann)));
  }

  /** What the mail of the newest link says. */
  private String token(LinkPurpose purpose) {
    String id =
        database.row(
            "select id from mailed_link where user_id = ? and purpose = ? order by id desc limit 1",
            ann.value(),
            purpose.name());
    return APP.bean(MailedLinks.class)
        .mint(UUID.fromString(id.substring(1, id.length() - 1)))
        .orElseThrow()
        .token();
  }

  private String email() {
    return database.row("select email from users where id = ?", ann.value());
  }

  private static void reset(String token) {
    APP.bean(PasswordReset.class).confirm(token, PASSWORD);
  }

  private void requestAnotherAddress() {
    database.execute(
        "update users set password_hash = ? where id = ?",
        APP.bean(PasswordHashing.class).hash(PASSWORD),
        ann.value());
    APP.bean(EmailChange.class).request(ann, newEmail, PASSWORD);
  }

  private boolean confirm(LinkPurpose purpose) {
    return APP.bean(EmailChange.class).confirm(token(purpose)).changed();
  }

  @Test
  void resetAPasswordOnceThoughTwoUseALinkAtTheSameTime() throws Exception {
    issue(LinkPurpose.RESET_PASSWORD);
    String token = token(LinkPurpose.RESET_PASSWORD);
    List<CompletableFuture<Void>> attempts = new ArrayList<>();
    try (Connection other = database.connect();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("select 1 from users where id = '" + ann.value() + "' for update");
      for (int i = 0; i < 2; i++) {
        attempts.add(CompletableFuture.runAsync(() -> reset(token), Thread.ofPlatform()::start));
      }
      awaitBlocked(2);
      other.commit();
    }
    List<Throwable> failures = new ArrayList<>();
    for (CompletableFuture<Void> attempt : attempts) {
      attempt
          .handle((none, failure) -> failure == null || failures.add(failure.getCause()))
          .get(20, TimeUnit.SECONDS);
    }

    assertThat(failures).hasSize(1).first().isInstanceOf(InvalidLink.class);
    assertThat(database.events()).filteredOn("PasswordChanged"::equals).hasSize(1);
  }

  /** Until so many sessions wait for a lock that another one has. */
  private void awaitBlocked(int sessions) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (database.count("pg_stat_activity where wait_event_type = 'Lock'") < sessions) {
      assertThat(System.nanoTime()).as("nobody waits").isLessThan(end);
      Thread.onSpinWait();
    }
  }

  @Test
  void resetNoPasswordByALinkThatANewerOneReplaced() {
    issue(LinkPurpose.RESET_PASSWORD);
    String first = token(LinkPurpose.RESET_PASSWORD);
    issue(LinkPurpose.RESET_PASSWORD);
    String second = token(LinkPurpose.RESET_PASSWORD);

    assertThatThrownBy(() -> reset(first)).isInstanceOf(InvalidLink.class);
    reset(second);
    assertThatThrownBy(() -> reset(second)).isInstanceOf(InvalidLink.class);
  }

  @Test
  void areAtMostFiveAnHourForOneAddressAndPurpose() {
    for (int i = 0; i < 7; i++) {
      issue(LinkPurpose.RESET_PASSWORD);
    }
    issue(LinkPurpose.VERIFY_EMAIL);

    assertThat(database.count("mailed_link where email = ? and purpose = 'RESET_PASSWORD'", email))
        .isEqualTo(5);
    assertThat(database.events()).filteredOn("MailedLinkRequested"::equals).hasSize(6);
  }

  @Test
  void changeAnAddressOnlyWhenTheOldAndTheNewOneAgree() {
    requestAnotherAddress();

    assertThat(confirm(LinkPurpose.CONFIRM_NEW_EMAIL)).isFalse();
    assertThat(email()).isEqualTo("(" + email + ")");
    assertThat(confirm(LinkPurpose.CONFIRM_OLD_EMAIL)).isTrue();
    assertThat(email()).isEqualTo("(" + newEmail + ")");
    assertThat(database.events()).filteredOn("EmailChanged"::equals).hasSize(1);
  }

  @Test
  void changeNoAddressWhenTheTimeIsOver() {
    requestAnotherAddress();
    confirm(LinkPurpose.CONFIRM_NEW_EMAIL);
    String old = token(LinkPurpose.CONFIRM_OLD_EMAIL);
    database.execute("update email_change set expires_at = now() - interval '1 second'");

    assertThatThrownBy(() -> APP.bean(EmailChange.class).confirm(old))
        .isInstanceOf(InvalidLink.class);
    assertThat(email()).isEqualTo("(" + email + ")");
  }
}
