package org.orderly.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderly.kernel.UserId;
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.testing.Application;
import org.orderly.testing.ConcurrentCalls;

class IdempotencyKeysDatabaseTest {

  private record Body(String text) {}

  private record Receipt(UUID id) {}

  @RegisterExtension static final Application APP = Application.on("ordering");

  private final UserId ann = UserId.newId();
  private final AtomicInteger effects = new AtomicInteger();
  private IdempotencyKeys keys;

  @BeforeEach
  void begin() {
    keys = new IdempotencyKeys(new DomainDatabase("ordering", APP.dataSource("ordering")));
  }

  private IdempotencyKey request(String key, String body) {
    return IdempotencyKey.of(ann, "pay", key, new Body(body));
  }

  private IdempotentResult<Receipt> pay(IdempotencyKey request) {
    return APP.inTransaction(() -> keys.once(request, Receipt.class, this::receipt));
  }

  private Receipt receipt() {
    effects.incrementAndGet();
    return new Receipt(UUID.randomUUID());
  }

  private long kept() {
    return APP.database("ordering").count("idempotency_key where caller = ?", ann.value());
  }

  @Test
  void replaysTheFirstResult() {
    IdempotentResult<Receipt> first = pay(request("k", "tea"));
    IdempotentResult<Receipt> second = pay(request("k", "tea"));

    assertThat(first.replayed()).isFalse();
    assertThat(second).isEqualTo(new IdempotentResult<>(first.value(), true));
    assertThat(keys.find(request("k", "tea"), Receipt.class)).contains(first.value());
    assertThat(effects).hasValue(1);
    assertThat(kept()).isEqualTo(1);
  }

  @Test
  void refusesAnotherRequestUnderTheSameKey() {
    pay(request("k", "tea"));

    assertThatThrownBy(() -> pay(request("k", "coffee")))
        .isInstanceOfSatisfying(
            IdempotencyKeyReused.class,
            refusal -> assertThat(refusal.code()).isEqualTo("idempotency-key-reused"));
    assertThatThrownBy(() -> keys.find(request("k", "coffee"), Receipt.class))
        .isInstanceOf(IdempotencyKeyReused.class);
    assertThat(effects).hasValue(1);
  }

  @Test
  void tellsCallersAndOperationsApart() {
    pay(request("k", "tea"));
    IdempotencyKey elsewhere = IdempotencyKey.of(ann, "refund", "k", new Body("tea"));
    IdempotencyKey bobs = IdempotencyKey.of(UserId.newId(), "pay", "k", new Body("tea"));

    assertThat(Stream.of(elsewhere, bobs).map(this::pay)).noneMatch(IdempotentResult::replayed);
    assertThat(effects).hasValue(3);
  }

  @Test
  void keepsNothingOfARequestThatIsRefused() {
    assertThatThrownBy(
            () ->
                APP.inTransaction(
                    () ->
                        keys.once(
                            request("k", "tea"),
                            Receipt.class,
                            () -> {
                              throw new IllegalArgumentException("too little money");
                            })))
        .hasMessage("too little money");

    assertThat(kept()).isZero();
    assertThat(pay(request("k", "coffee")).replayed()).isFalse();
  }

  @Test
  void remembersNothingOfRequestsWithoutAKey() {
    assertThat(pay(request(null, "tea")).replayed()).isFalse();
    assertThat(pay(request(null, "tea")).replayed()).isFalse();
    assertThat(effects).hasValue(2);
    assertThat(kept()).isZero();
  }

  @Test
  void turnsTheSecondAwayWhileTheFirstIsInFlight() throws InterruptedException {
    CountDownLatch claimed = new CountDownLatch(1);
    CountDownLatch finish = new CountDownLatch(1);
    Thread first =
        Thread.startVirtualThread(
            () ->
                APP.inTransaction(
                    () ->
                        keys.once(
                            request("k", "tea"),
                            Receipt.class,
                            () -> {
                              claimed.countDown();
                              await(finish);
                              return receipt();
                            })));
    await(claimed);
    assertThatThrownBy(() -> pay(request("k", "tea")))
        .isInstanceOfSatisfying(
            IdempotencyKeyInFlight.class,
            refusal -> assertThat(refusal.code()).isEqualTo("idempotency-key-in-flight"));
    assertThatThrownBy(() -> APP.inTransaction(() -> keys.claim(request("k", "tea"))))
        .isInstanceOf(IdempotencyKeyInFlight.class);
    finish.countDown();
    first.join();

    assertThat(pay(request("k", "tea")).replayed()).isTrue();
    assertThat(effects).hasValue(1);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void hasOneEffectHoweverManyRace() {
    List<ConcurrentCalls.Outcome<IdempotentResult<Receipt>>> outcomes =
        ConcurrentCalls.run(8, i -> pay(request("k", "tea")));

    assertThat(effects).hasValue(1);
    assertThat(outcomes)
        .allSatisfy(
            outcome -> {
              if (!outcome.succeeded()) {
                assertThat(outcome.failure()).isInstanceOf(IdempotencyKeyInFlight.class);
              }
            });
    assertThat(
            outcomes.stream()
                .filter(ConcurrentCalls.Outcome::succeeded)
                .map(outcome -> outcome.value().value())
                .distinct())
        .hasSize(1);
    assertThat(kept()).isEqualTo(1);
  }
}
