package org.orderly.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderly.kernel.Limit;
import org.orderly.kernel.UuidV7;
import org.orderly.notification.webhook.payload.EventBody;
import org.orderly.notification.webhook.sending.ClaimedDelivery;
import org.orderly.notification.webhook.sending.WebhookSecrets;
import org.orderly.platform.persistence.SqlBatch;
import org.orderly.testing.Application;
import org.orderly.testing.ConcurrentCalls;
import org.orderly.testing.TestDatabase;

/** The queue of deliveries: who may send what, and what counts of their answers. */
class DeliveryQueueDatabaseTest {

  @RegisterExtension static final Application APP = Application.on("notification");

  private TestDatabase database;
  private DeliveryQueueRepository queue;
  private UUID shop;

  @BeforeEach
  void begin() {
    database = APP.database("notification");
    database.execute("delete from webhook");
    database.execute("delete from webhook_event");
    database.execute("delete from outbox");
    queue = APP.bean(DeliveryQueueRepository.class);
    shop = webhook();
  }

  private static UUID webhook() {
    WebhookDraft draft = WebhookDraft.of("https://example.org/hook", List.of("*"), null);
    return APP.inTransaction(() -> APP.bean(Webhooks.class).add(draft)).id();
  }

  private void deliver(UUID... webhooks) {
    SqlBatch writes = new SqlBatch();
    EventBody event =
        new EventBody(UuidV7.next(), "OrderPlaced", Instant.now(), null, "{\"id\":1}");
    DeliveryRepository.add(writes, event, List.of(webhooks));
    try (Connection connection = database.connect()) {
      writes.runAtomically(connection);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private void letLeasesEnd() {
    database.execute(
        "update webhook_delivery set leased_until = now() - interval '1 second',"
            + " next_attempt_at = now() where status = 'PENDING'");
  }

  private ClaimedDelivery claimOne() {
    List<ClaimedDelivery> claimed = queue.claim(1);
    assertThat(claimed).hasSize(1);
    return claimed.get(0);
  }

  private String delivery() {
    return database.row("select status, attempts, answer, error from webhook_delivery");
  }

  @Test
  void leasesADeliveryWithAllThatIsSent() {
    deliver(shop);
    ClaimedDelivery claimed = claimOne();

    assertThat(claimed.body()).isEqualTo("{\"id\":1}");
    assertThat(claimed.url()).isEqualTo("https://example.org/hook");
    assertThat(claimed.attempt()).isEqualTo(1);
    assertThat(claimed.oldSecret()).isNull();
    assertThat(APP.bean(WebhookSecrets.class).open(claimed.secret(), shop)).startsWith("whsec_");
    assertThat(queue.claim(10)).isEmpty();
  }

  @Test
  void signsWithBothSecretsForADay() {
    APP.bean(Webhooks.class).rotate(shop);
    deliver(shop);
    assertThat(claimOne().oldSecret()).isNotNull();
    database.execute("update webhook set old_secret_until = now() - interval '1 second'");
    letLeasesEnd();
    assertThat(claimOne().oldSecret()).isNull();
  }

  @Test
  void hasFewUnderWayToOneEndpointAndServesTheOthers() {
    UUID other = webhook();
    for (int i = 0; i < 4; i++) {
      deliver(shop);
    }
    deliver(other);

    List<ClaimedDelivery> claimed = queue.claim(10);

    assertThat(claimed).filteredOn(one -> one.webhookId().equals(shop)).hasSize(2);
    assertThat(claimed).filteredOn(one -> one.webhookId().equals(other)).hasSize(1);
    assertThat(queue.claim(10)).isEmpty();
    queue.delivered(claimed.get(0), 200);
    assertThat(queue.claim(10).size()).isLessThanOrEqualTo(1);
  }

  @Test
  void givesEachDeliveryToOneSenderAndKeepsTheLimitWhenManyClaim() {
    for (int i = 0; i < 6; i++) {
      deliver(shop, webhook());
    }
    List<ConcurrentCalls.Outcome<List<ClaimedDelivery>>> outcomes =
        ConcurrentCalls.run(6, i -> queue.claim(4));
    List<ClaimedDelivery> claimed =
        outcomes.stream().flatMap(outcome -> outcome.value().stream()).toList();

    assertThat(claimed).extracting(ClaimedDelivery::id).doesNotHaveDuplicates().hasSize(8);
    assertThat(claimed).filteredOn(one -> one.webhookId().equals(shop)).hasSize(2);
  }

  @Test
  void sendsNothingToAPausedEndpointUntilItIsResumed() {
    deliver(shop);
    APP.bean(Webhooks.class).pause(shop);
    assertThat(queue.claim(10)).isEmpty();
    APP.bean(Webhooks.class).resume(shop);
    assertThat(queue.claim(10)).hasSize(1);
  }

  @Test
  void triesAgainLaterAndEndsDead() {
    deliver(shop);
    queue.retryLater(claimOne(), 500, "the answer was 500", Duration.ofHours(1));
    assertThat(delivery()).isEqualTo("(PENDING,1,500,\"the answer was 500\")");
    assertThat(queue.claim(10)).isEmpty();

    letLeasesEnd();
    queue.giveUp(claimOne(), null, "no answer came in time");
    assertThat(delivery()).isEqualTo("(DEAD,2,,\"no answer came in time\")");
    letLeasesEnd();
    assertThat(queue.claim(10)).isEmpty();
  }

  @Test
  void letsALateAttemptEndNothing() {
    deliver(shop);
    ClaimedDelivery slow = claimOne();
    letLeasesEnd();
    ClaimedDelivery second = claimOne();
    queue.giveUp(slow, null, "late");
    queue.delivered(slow, 200);
    assertThat(delivery()).isEqualTo("(PENDING,2,,)");
    queue.delivered(second, 204);
    assertThat(delivery()).isEqualTo("(DELIVERED,2,204,)");
  }

  @Test
  void knowsForHowLongAnEndpointHasFailed() {
    deliver(shop);
    queue.retryLater(claimOne(), 500, "x", Duration.ZERO);
    assertThat(queue.failsForLongerThan(Duration.ofDays(3), shop)).isFalse();
    database.execute("update webhook set failing_since = now() - interval '4 days'");
    assertThat(queue.failsForLongerThan(Duration.ofDays(3), shop)).isTrue();

    letLeasesEnd();
    queue.delivered(claimOne(), 200);
    assertThat(queue.failsForLongerThan(Duration.ofDays(3), shop)).isFalse();
  }

  @Test
  void replaysTheSameBytesWithAllAttempts() {
    deliver(shop);
    queue.giveUp(claimOne(), null, "x");
    UUID id =
        APP.bean(WebhookDeliveries.class)
            .of(shop, null, null, Limit.of(10), null)
            .items()
            .get(0)
            .id();
    APP.bean(Webhooks.class).replay(shop, id);
    ClaimedDelivery again = claimOne();
    assertThat(again.attempt()).isEqualTo(1);
    assertThat(again.body()).isEqualTo("{\"id\":1}");
    assertThatThrownBy(() -> APP.bean(Webhooks.class).replay(shop, UUID.randomUUID()))
        .isInstanceOf(UnknownDelivery.class);
  }

  @Test
  void forgetsTheDeliveriesOfAWebhookThatIsRemoved() {
    deliver(shop);
    APP.bean(Webhooks.class).remove(shop);
    assertThat(database.count("webhook_delivery")).isZero();
    assertThat(database.events()).containsExactly("AuditNote", "AuditNote");
  }

  @Test
  void makesNoMoreWebhooksThanAllowedHoweverManyTry() {
    for (int i = 1; i < Webhooks.MOST - 1; i++) {
      webhook();
    }
    List<ConcurrentCalls.Outcome<UUID>> outcomes = ConcurrentCalls.run(4, i -> webhook());
    assertThat(outcomes).filteredOn(ConcurrentCalls.Outcome::succeeded).hasSize(1);
    assertThat(outcomes)
        .filteredOn(outcome -> !outcome.succeeded())
        .allMatch(outcome -> outcome.failure() instanceof TooManyWebhooks);
    assertThat(database.count("webhook")).isEqualTo(Webhooks.MOST);
  }

  /** The deletion locks the webhook, then its deliveries; so does the end of an attempt. */
  @Test
  void endsAnAttemptWhileTheWebhookIsDeleted() throws Exception {
    deliver(shop);
    ClaimedDelivery claimed = claimOne();
    CompletableFuture<Void> attempt;
    try (Connection deletion = database.connect();
        Statement statement = deletion.createStatement()) {
      deletion.setAutoCommit(false);
      statement.execute("select 1 from webhook where id = '" + shop + "' for update");
      attempt =
          CompletableFuture.runAsync(
              () -> queue.retryLater(claimed, 500, "no", Duration.ofSeconds(1)));
      awaitAWaitingLock();
      statement.execute("delete from webhook where id = '" + shop + "'");
      deletion.commit();
      deletion.setAutoCommit(true);
    }

    attempt.get(10, TimeUnit.SECONDS);
    assertThat(database.count("webhook_delivery")).isZero();
  }

  private void awaitAWaitingLock() {
    Instant deadline = Instant.now().plusSeconds(10);
    while (database.count("pg_stat_activity where wait_event_type = 'Lock'") == 0) {
      assertThat(Instant.now()).as("somebody waits for a lock").isBefore(deadline);
      Thread.onSpinWait();
    }
  }
}
