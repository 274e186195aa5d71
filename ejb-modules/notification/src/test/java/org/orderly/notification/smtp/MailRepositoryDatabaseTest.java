package org.orderly.notification.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderly.identity.person.Contact;
import org.orderly.kernel.UserId;
import org.orderly.notification.MessageContent;
import org.orderly.notification.Notification;
import org.orderly.platform.persistence.SqlBatch;
import org.orderly.testing.Application;
import org.orderly.testing.ConcurrentCalls;
import org.orderly.testing.StatementFailed;
import org.orderly.testing.TestDatabase;

/** The queue of mails: each is sent by one sender, and kept no longer than it may be. */
class MailRepositoryDatabaseTest {

  @RegisterExtension static final Application APP = Application.on("notification");

  private final UUID event = UUID.randomUUID();
  private final UUID ada = UUID.randomUUID();
  private TestDatabase database;
  private MailRepository queue;

  @BeforeEach
  void begin() {
    database = APP.database("notification");
    database.execute("delete from mail_delivery");
    queue = APP.bean(MailRepository.class);
  }

  private void add(UUID of, UUID user, boolean confirmed, boolean secret) {
    add(List.of(notification(of, user, confirmed, secret)));
  }

  private static Notification notification(UUID of, UUID user, boolean confirmed, boolean secret) {
    Contact contact = new Contact(new UserId(user), "Ada@Example.org", "Ada", confirmed);
    return new Notification(
        of, contact, "order-placed", new MessageContent("Hello", "Text"), secret);
  }

  private void add(List<Notification> notifications) {
    SqlBatch writes = new SqlBatch();
    queue.add(writes, notifications);
    try (Connection connection = database.connect()) {
      writes.runAtomically(connection);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private void add() {
    add(event, ada, true, false);
  }

  private String mail() {
    return database.row("select status, attempts, body, last_error from mail_delivery");
  }

  private void makeDue() {
    database.execute("update mail_delivery set next_attempt_at = now()");
  }

  @Test
  void givesOneNotificationTheSameIdHoweverOftenItIsWritten() {
    add();
    add();
    assertThat(database.row("select id from mail_delivery"))
        .isEqualTo("(" + MailRepository.idOf(event, ada) + ")");
  }

  @Test
  void tellsRecipientsAndEventsApart() {
    add();
    add(event, UUID.randomUUID(), true, false);
    add(UUID.randomUUID(), ada, true, false);
    assertThat(database.count("mail_delivery")).isEqualTo(3);
  }

  @Test
  void leasesAMailToItsSender() {
    add();
    MailDelivery claimed = queue.claim().orElseThrow();

    assertThat(claimed.recipient()).isEqualTo("Ada@Example.org");
    assertThat(claimed.attempt()).isEqualTo(1);
    assertThat(queue.claim()).isEmpty();
    database.execute("update mail_delivery set next_attempt_at = now()");
    assertThat(queue.claim()).as("after the lease").map(MailDelivery::attempt).contains(2);
  }

  @Test
  void givesEachMailToOneOfManySenders() {
    for (int i = 0; i < 6; i++) {
      add(UUID.randomUUID(), ada, true, false);
    }
    List<ConcurrentCalls.Outcome<Optional<MailDelivery>>> outcomes =
        ConcurrentCalls.run(8, i -> queue.claim());

    assertThat(outcomes.stream().flatMap(outcome -> outcome.value().stream()))
        .extracting(MailDelivery::id)
        .hasSize(6)
        .doesNotHaveDuplicates();
  }

  @Test
  void passesOverMailsThatAnotherSenderIsClaiming() throws SQLException {
    add();
    try (Connection other = database.connect();
        var statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("select 1 from mail_delivery for update");
      assertThat(queue.claim()).as("without waiting").isEmpty();
      other.rollback();
    }
    assertThat(queue.claim()).isPresent();
  }

  @Test
  void takesTheOldestFirstAndTheNextWithTheLast() {
    add();
    add(UUID.randomUUID(), ada, true, false);
    MailDelivery first = queue.claim().orElseThrow();
    MailDelivery second = queue.markSentAndClaim(first).orElseThrow();
    assertThat(first.id()).isEqualTo(MailRepository.idOf(event, ada));
    queue.markSent(second);
    assertThat(database.count("mail_delivery where status = 'SENT' and sent_at is not null"))
        .isEqualTo(2);
    makeDue();
    assertThat(queue.claim()).isEmpty();
  }

  @Test
  void triesAgainLaterAndGivesUpInTheEnd() {
    add();
    MailDelivery first = queue.claim().orElseThrow();
    queue.retryLater(first, "mailbox full", Duration.ofHours(1));
    assertThat(mail()).isEqualTo("(PENDING,1,Text,\"mailbox full\")");
    assertThat(queue.claim()).isEmpty();

    makeDue();
    queue.giveUp(queue.claim().orElseThrow(), "no such user");
    assertThat(mail()).isEqualTo("(FAILED,2,Text,\"no such user\")");
    makeDue();
    assertThat(queue.claim()).isEmpty();
  }

  @Test
  void bringsNothingBackThatWasSentMeanwhile() {
    add();
    MailDelivery slow = queue.claim().orElseThrow();
    queue.markSent(slow);
    queue.retryLater(slow, "late", Duration.ZERO);
    queue.giveUp(slow, "late");
    assertThat(mail()).isEqualTo("(SENT,1,Text,)");
  }

  @Test
  void keepsASecretNoLongerThanTheMailWaits() {
    add(event, ada, true, true);
    queue.markSent(queue.claim().orElseThrow());
    assertThat(mail()).isEqualTo("(SENT,1,\"\",)");

    add(UUID.randomUUID(), ada, true, true);
    queue.giveUp(queue.claim().orElseThrow(), "no such user");
    assertThat(database.count("mail_delivery where body <> ''")).isZero();
    assertThatThrownBy(() -> database.execute("update mail_delivery set body = 'secret'"))
        .isInstanceOf(StatementFailed.class)
        .hasMessageContaining("mail_delivery_keeps_no_secret");
  }

  @Test
  void withholdsMailsAboveTheLimitOfAnUnconfirmedAddress() {
    for (int i = 0; i < 22; i++) {
      add(UUID.randomUUID(), UUID.randomUUID(), false, i == 21);
    }
    assertThat(database.count("mail_delivery where status = 'PENDING'")).isEqualTo(20);
    assertThat(database.count("mail_delivery where status = 'WITHHELD'")).isEqualTo(2);
    assertThat(database.count("mail_delivery where status = 'WITHHELD' and secret and body = ''"))
        .isEqualTo(1);

    add(UUID.randomUUID(), ada, true, false);
    assertThat(database.count("mail_delivery where status = 'PENDING'"))
        .as("a confirmed address has no limit")
        .isEqualTo(21);
    database.execute("update mail_delivery set created_at = now() - interval '61 minutes'");
    add(UUID.randomUUID(), UUID.randomUUID(), false, false);
    assertThat(database.count("mail_delivery where status = 'PENDING'")).isEqualTo(22);
  }

  @Test
  void countsTheMailsOfOneBatchTowardsTheLimit() {
    add(UUID.randomUUID(), UUID.randomUUID(), false, false);
    List<Notification> many = new ArrayList<>();
    for (int i = 0; i < 22; i++) {
      many.add(notification(UUID.randomUUID(), UUID.randomUUID(), false, i == 21));
    }
    add(many);

    assertThat(database.count("mail_delivery where status = 'WITHHELD'")).isEqualTo(3);
    assertThat(database.count("mail_delivery where status = 'WITHHELD' and secret and body = ''"))
        .as("the last one")
        .isEqualTo(1);
    assertThat(database.count("mail_delivery where status = 'PENDING'")).isEqualTo(1 + 19);
  }
}
