package org.orderly.web.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ResponseCacheTest {

  private static final int MANY = 16;

  private final ResponseCache cache = new ResponseCache(4, 100_000);
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  private static CachedResponse response(Object value) {
    return CachedResponse.json(value);
  }

  private CachedResponse put(Object key, long revision) {
    return cache.read(key, revision, () -> response(key + "@" + revision));
  }

  @Test
  void findsWhatWasReadAtTheSameRevisionOnly() {
    CachedResponse lamp = put("lamp", 5);
    assertThat(cache.find("lamp", 5)).isSameAs(lamp);
    assertThat(cache.find("lamp", 6)).isNull();
    assertThat(cache.find("lamp", 4)).isNull();
    assertThat(cache.find("table", 5)).isNull();
  }

  @Test
  void readsAnewAfterAChange() {
    put("lamp", 5);
    CachedResponse changed = put("lamp", 6);
    assertThat(cache.find("lamp", 6)).isSameAs(changed);
    assertThat(cache.entries()).isEqualTo(1);
  }

  /** The reading began before the change, and ended after another one had begun and ended. */
  @Test
  void isNotOverwrittenByAReadingThatBeganEarlier() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch changed = new CountDownLatch(1);
    Future<CachedResponse> slow =
        threads.submit(
            () ->
                cache.read(
                    "lamp",
                    1,
                    () -> {
                      begun.countDown();
                      await(changed);
                      return response("old");
                    }));
    await(begun);
    CachedResponse fresh = put("lamp", 2);
    changed.countDown();
    assertThat(slow.get(10, TimeUnit.SECONDS)).isNotSameAs(fresh);
    assertThat(cache.find("lamp", 2)).isSameAs(fresh);
    assertThat(cache.find("lamp", 1)).isNull();
  }

  @Test
  void readsOnceForAllThatAskAtOnce() throws Exception {
    AtomicInteger readings = new AtomicInteger();
    CountDownLatch release = new CountDownLatch(1);
    List<Future<CachedResponse>> answers = new ArrayList<>();
    AtomicInteger came = new AtomicInteger();
    for (int i = 0; i < MANY; i++) {
      answers.add(
          threads.submit(
              () -> {
                came.incrementAndGet();
                return cache.read(
                    "lamp",
                    1,
                    () -> {
                      readings.incrementAndGet();
                      await(release);
                      return response("lamp");
                    });
              }));
    }
    await(() -> came.get() == MANY && readings.get() > 0);
    release.countDown();
    CachedResponse first = answers.get(0).get(10, TimeUnit.SECONDS);
    for (Future<CachedResponse> answer : answers) {
      assertThat(answer.get(10, TimeUnit.SECONDS)).isSameAs(first);
    }
    assertThat(readings).hasValue(1);
  }

  @Test
  void doesNotJoinAReadingThatBeganBeforeTheChange() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    Future<CachedResponse> old =
        threads.submit(
            () ->
                cache.read(
                    "lamp",
                    1,
                    () -> {
                      begun.countDown();
                      await(release);
                      return response("old");
                    }));
    await(begun);
    assertThat(threads.submit(() -> put("lamp", 2)).get(10, TimeUnit.SECONDS)).isNotNull();
    assertThat(old.isDone()).isFalse();
    release.countDown();
    old.get(10, TimeUnit.SECONDS);
  }

  @Test
  void failsForAllWhoWaitedAndReadsAgainForTheNext() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    Future<?> failing =
        threads.submit(
            () ->
                cache.read(
                    "lamp",
                    1,
                    () -> {
                      begun.countDown();
                      await(release);
                      throw new IllegalStateException("no database");
                    }));
    await(begun);
    CompletableFuture<Thread> waiter = new CompletableFuture<>();
    Future<?> waiting =
        threads.submit(
            () -> {
              waiter.complete(Thread.currentThread());
              return put("lamp", 1);
            });
    Thread other = waiter.get(10, TimeUnit.SECONDS);
    await(() -> other.getState() == Thread.State.WAITING);
    release.countDown();
    for (Future<?> answer : List.of(failing, waiting)) {
      assertThatThrownBy(() -> answer.get(10, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(IllegalStateException.class);
    }
    assertThat(put("lamp", 1)).isNotNull();
  }

  @Test
  void findsByAnAliasWhatItsKeyHas() {
    cache.alias("?q=lamp", "lamp");
    assertThat(cache.find("?q=lamp", 1)).isNull();
    CachedResponse lamp = put("lamp", 1);
    assertThat(cache.find("?q=lamp", 1)).isSameAs(lamp);
    assertThat(cache.find("?q=lamp", 2)).isNull();
    CachedResponse changed = put("lamp", 2);
    assertThat(cache.find("?q=lamp", 2)).isSameAs(changed);
  }

  /** Aliases that anybody can make, such as by languages, must not drive responses out. */
  @Test
  void keepsWhatIsAskedForByAnAliasWhateverAliasesThereAre() {
    put("lamp", 1);
    cache.alias("?q=lamp", "lamp");
    for (int i = 0; i < 100; i++) {
      cache.alias("alias" + i, "lamp");
      assertThat(cache.find("?q=lamp", 1)).as("after " + i).isNotNull();
      assertThat(cache.entries()).isLessThanOrEqualTo(4);
    }
  }

  @Test
  void keepsSoManyAndThoseThatAreAskedForRatherThanOthers() {
    put("hot", 1);
    for (int i = 0; i < 100; i++) {
      put("once" + i, 1);
      assertThat(cache.find("hot", 1)).as("after " + i).isNotNull();
      assertThat(cache.entries()).isLessThanOrEqualTo(4);
    }
  }

  @Test
  void dropsWhatIsOutdatedThoughItWasAskedFor() {
    put("hot", 1);
    cache.find("hot", 1);
    for (String key : List.of("a", "b", "c", "d")) {
      put(key, 2);
    }
    put("hot", 2);
    assertThat(cache.entries()).isEqualTo(4);
  }

  @Test
  void keepsSoManyBytesWhateverIsPutIn() {
    ResponseCache small = new ResponseCache(1_000, 40_000);
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      String key = "key" + random.nextInt(300);
      long revision = i / 500;
      int length = random.nextInt(3_000);
      small.read(key, revision, () -> response("x".repeat(length)));
      if (random.nextBoolean()) {
        small.alias("other" + key, key);
      }
      assertThat(small.bytes()).isBetween(0L, 40_000L);
    }
    assertThat(small.entries()).isGreaterThan(5);
  }

  @Test
  void doesNotKeepWhatIsTooLargeOrAnythingWithoutMemory() {
    ResponseCache none = new ResponseCache(4, 0);
    assertThat(none.read("lamp", 1, () -> response("lamp"))).isNotNull();
    assertThat(none.find("lamp", 1)).isNull();
    ResponseCache small = new ResponseCache(4, 8_000);
    String noise = new Random(3).ints(2_000, '0', 'z').mapToObj(Character::toString).toList() + "";
    small.read("large", 1, () -> response(noise));
    assertThat(small.find("large", 1)).isNull();
    assertThat(small.bytes()).isZero();
  }

  /**
   * Writers change a value and then raise the revision; readers take the revision, then what they
   * find or read: never a value from before that revision.
   */
  @Test
  void isNeverBehindTheRevision() throws Exception {
    AtomicLong committed = new AtomicLong();
    AtomicLong revision = new AtomicLong();
    AtomicInteger wrong = new AtomicInteger();
    List<Future<?>> readers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      readers.add(
          threads.submit(
              () -> {
                for (int n = 0; n < 20_000; n++) {
                  long before = revision.get();
                  CachedResponse known = cache.find("value", before);
                  CachedResponse got =
                      known != null
                          ? known
                          : cache.read("value", before, () -> response(committed.get()));
                  long value = Long.parseLong(new String(got.body(false)));
                  if (value < before) {
                    wrong.incrementAndGet();
                  }
                }
              }));
    }
    Future<?> writer =
        threads.submit(
            () -> {
              for (int n = 1; n <= 5_000; n++) {
                committed.set(n);
                revision.set(n);
                Thread.yield();
              }
            });
    writer.get(30, TimeUnit.SECONDS);
    for (Future<?> reader : readers) {
      reader.get(30, TimeUnit.SECONDS);
    }
    assertThat(wrong).hasValue(0);
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(10, TimeUnit.SECONDS)) {
        throw new TimeoutException("nobody came");
      }
    } catch (InterruptedException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("it did not come about");
      }
      Thread.onSpinWait();
    }
  }
}
