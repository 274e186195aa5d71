package org.orderly.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderly.platform.group.GroupLimits;
import org.orderly.platform.persistence.DatabaseUnavailable;
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.platform.persistence.SqlBatch;
import org.orderly.testing.Application;
import org.orderly.testing.ConcurrentCalls;
import org.orderly.testing.TestDatabase;

/** Events that wait take effect together, each once; what cannot be taken in fails alone. */
class GroupInboxDatabaseTest {

  private static final String SALES = "sales";
  private static final String POISON = "poison";

  @RegisterExtension static final Application APP = Application.on("ordering");

  private final List<Integer> sizes = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch go = new CountDownLatch(1);
  private TestDatabase database;
  private Inbox inbox;
  private GroupInbox<String> events;

  @BeforeEach
  void begin() {
    database = APP.database("ordering");
    database.execute("delete from idempotency_key");
    inbox = new Inbox(new DomainDatabase("ordering", APP.dataSource("ordering")));
    events =
        new GroupInbox<>(
            inbox, new GroupLimits(1, 100, 10, 100, 100, Duration.ofSeconds(30)), this::effect);
  }

  private void effect(SqlBatch writes, List<String> group) {
    sizes.add(group.size());
    if (group.contains("first")) {
      begun.countDown();
      await(go);
    }
    for (String event : group) {
      writes.change(
          "insert into idempotency_key (caller, operation, key, fingerprint, answer)"
              + " values (?, 'effect', ?, '', '')",
          UUID.randomUUID(),
          event.equals(POISON) ? null : event);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private long effects(String event) {
    return database.count("idempotency_key where key = ?", event);
  }

  /** Lets the others gather behind the first. */
  private List<ConcurrentCalls.Outcome<Boolean>> together(List<UUID> ids, List<String> names) {
    return ConcurrentCalls.run(
        ids.size() + 2,
        i -> {
          if (i == 0) {
            return events.takeIn(SALES, UUID.randomUUID(), "first");
          }
          await(begun);
          if (i == 1) {
            go.countDown();
            return true;
          }
          return events.takeIn(SALES, ids.get(i - 2), names.get(i - 2));
        });
  }

  @Test
  void takesEachEventInOnce() {
    UUID event = UUID.randomUUID();
    assertThat(events.takeIn(SALES, event, "a")).isTrue();
    assertThat(events.takeIn(SALES, event, "a")).isFalse();
    assertThat(events.takeIn("mails", event, "a")).isTrue();
    assertThat(effects("a")).isEqualTo(2);
    assertThat(inbox.has(SALES, event)).isTrue();
  }

  @Test
  void takesAnEventInOnceThatIsInAGroupTwiceOrWasTakenInBefore() {
    UUID twice = UUID.randomUUID();
    UUID before = UUID.randomUUID();
    assertThat(inbox.takeIn(SALES, before, writes -> {})).isTrue();
    List<ConcurrentCalls.Outcome<Boolean>> outcomes =
        together(
            List.of(twice, before, twice, UUID.randomUUID()),
            List.of("twice", "before", "twice", "other"));

    assertThat(outcomes).allMatch(ConcurrentCalls.Outcome::succeeded);
    assertThat(outcomes).filteredOn(outcome -> !outcome.value()).hasSize(2);
    assertThat(effects("twice")).isEqualTo(1);
    assertThat(effects("before")).isZero();
    assertThat(effects("other")).isEqualTo(1);
  }

  @Test
  void letsAnEventThatCannotBeTakenInFailAlone() {
    List<UUID> ids = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    List<ConcurrentCalls.Outcome<Boolean>> outcomes = together(ids, List.of("a", POISON, "b"));

    assertThat(outcomes).filteredOn(outcome -> !outcome.succeeded()).hasSize(1);
    assertThat(effects("a")).isEqualTo(1);
    assertThat(effects("b")).isEqualTo(1);
    assertThat(inbox.has(SALES, ids.get(1))).isFalse();
    assertThat(inbox.has(SALES, ids.get(2))).isTrue();
  }

  @Test
  void doesNotDivideAGroupWhenTheDatabaseIsAway() {
    GroupInbox<String> away =
        new GroupInbox<>(
            inbox,
            new GroupLimits(1, 100, 10, 100, 100, Duration.ofSeconds(30)),
            (writes, group) -> {
              sizes.add(group.size());
              writes.change("do $$ begin raise 'away' using errcode = '57P01'; end $$");
            });
    assertThatThrownBy(() -> away.takeIn(SALES, UUID.randomUUID(), "a"))
        .isInstanceOf(DatabaseUnavailable.class);
    assertThat(sizes).containsExactly(1);
  }
}
