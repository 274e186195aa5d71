package org.orderly.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderly.platform.persistence.DatabaseUnavailable;
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.platform.persistence.SqlBatch;
import org.orderly.testing.Application;
import org.orderly.testing.ConcurrentCalls;
import org.orderly.testing.TestDatabase;

class InboxDatabaseTest {

  private static final String SALES = "sales";

  @RegisterExtension static final Application APP = Application.on("ordering");

  private final UUID event = UUID.randomUUID();
  private TestDatabase database;
  private Inbox inbox;

  @BeforeEach
  void begin() {
    database = APP.database("ordering");
    database.execute("delete from idempotency_key");
    inbox = new Inbox(new DomainDatabase("ordering", APP.dataSource("ordering")));
  }

  /** Stands for whatever a consumer writes. */
  private static void effect(SqlBatch writes) {
    writes.change(
        "insert into idempotency_key (caller, operation, key, fingerprint, answer)"
            + " values (?, 'effect', 'key', '', '')",
        UUID.randomUUID());
  }

  private long effects() {
    return database.count("idempotency_key");
  }

  @Test
  void letsAnEventTakeEffectOnce() {
    assertThat(inbox.has(SALES, event)).isFalse();
    assertThat(inbox.takeIn(SALES, event, InboxDatabaseTest::effect)).isTrue();
    assertThat(inbox.takeIn(SALES, event, InboxDatabaseTest::effect)).isFalse();

    assertThat(inbox.has(SALES, event)).isTrue();
    assertThat(effects()).isEqualTo(1);
  }

  @Test
  void knowsEachSubscriptionByItself() {
    assertThat(inbox.takeIn(SALES, event, InboxDatabaseTest::effect)).isTrue();
    assertThat(inbox.has("mails", event)).isFalse();
    assertThat(inbox.takeIn("mails", event, InboxDatabaseTest::effect)).isTrue();
    assertThat(effects()).isEqualTo(2);
  }

  @Test
  void hasNotSeenAnEventWhoseEffectFailed() {
    assertThatThrownBy(
            () ->
                inbox.takeIn(
                    SALES,
                    event,
                    writes -> {
                      effect(writes);
                      writes.change("insert into order_line default values");
                    }))
        .isInstanceOf(DatabaseUnavailable.class);

    assertThat(inbox.has(SALES, event)).isFalse();
    assertThat(effects()).isZero();
    assertThat(inbox.takeIn(SALES, event, InboxDatabaseTest::effect)).isTrue();
  }

  @Test
  void doesNotTakeAnotherUniqueKeyForItsOwn() {
    UUID caller = UUID.randomUUID();
    String twice =
        "insert into idempotency_key (caller, operation, key, fingerprint, answer)"
            + " values (?, 'effect', 'key', '', '')";
    database.execute(twice, caller);

    assertThatThrownBy(() -> inbox.takeIn(SALES, event, writes -> writes.change(twice, caller)))
        .isInstanceOf(DatabaseUnavailable.class);
    assertThat(inbox.has(SALES, event)).isFalse();
  }

  @Test
  void letsOneOfManyConsumersHaveTheEffect() {
    List<ConcurrentCalls.Outcome<Boolean>> outcomes =
        ConcurrentCalls.run(8, i -> inbox.takeIn(SALES, event, InboxDatabaseTest::effect));

    assertThat(outcomes).allMatch(ConcurrentCalls.Outcome::succeeded);
    assertThat(outcomes).filteredOn(ConcurrentCalls.Outcome::value).hasSize(1);
    assertThat(effects()).isEqualTo(1);
  }

  @Test
  void entersAnEventInTheTransactionOfTheCaller() {
    assertThatThrownBy(
            () ->
                APP.inTransaction(
                    () -> {
                      assertThat(inbox.enter(SALES, event)).isTrue();
                      throw new IllegalStateException();
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(inbox.has(SALES, event)).isFalse();

    assertThat(APP.inTransaction(() -> inbox.enter(SALES, event))).isTrue();
    assertThat(APP.inTransaction(() -> inbox.enter(SALES, event))).isFalse();
  }

  @Test
  void waitsForTheTransactionThatEntersTheSameEvent() {
    List<ConcurrentCalls.Outcome<Boolean>> outcomes =
        ConcurrentCalls.run(6, i -> APP.inTransaction(() -> inbox.enter(SALES, event)));

    assertThat(outcomes).allMatch(ConcurrentCalls.Outcome::succeeded);
    assertThat(outcomes).filteredOn(ConcurrentCalls.Outcome::value).hasSize(1);
  }
}
