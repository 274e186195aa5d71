package org.orderly.platform.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GroupCommitTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
  private final List<List<String>> groups = new ArrayList<>();

  /** Each group waits for a permit. */
  private final Semaphore permits = new Semaphore(0);

  @AfterEach
  void stop() {
    permits.release(10_000);
    callers.shutdownNow();
  }

  /** An entry is {@code owner} or {@code owner:key}; the result is the entry in upper case. */
  private static final class Names implements GroupCommit.Traits<String> {

    @Override
    public Object owner(String entry) {
      return entry.replaceAll("[:\\d].*", "");
    }

    @Override
    public int weight(String entry) {
      return entry.startsWith("large") ? 50 : 1;
    }

    @Override
    public Set<?> exclusive(String entry) {
      int at = entry.indexOf(':');
      return at < 0 ? Set.of() : Set.of(entry.substring(at + 1));
    }
  }

  private static GroupLimits limits(int lanes, int queueMax, Duration waitMax) {
    return new GroupLimits(lanes, queueMax, 8, 60, 3, waitMax);
  }

  private GroupCommit<String, String> commits(GroupLimits limits) {
    return new GroupCommit<>(limits, new Names(), this::commit);
  }

  private List<GroupResult<String>> commit(List<String> group) {
    synchronized (groups) {
      groups.add(List.copyOf(group));
    }
    permits.acquireUninterruptibly();
    if (group.contains("poison")) {
      throw new IllegalStateException("poisoned");
    }
    if (group.contains("error")) {
      throw new StackOverflowError("too deep");
    }
    if (group.contains("unknown")) {
      throw new GroupFailed(new IllegalStateException("the answer was lost"));
    }
    return group.stream().map(GroupCommitTest::result).toList();
  }

  private static GroupResult<String> result(String entry) {
    return entry.startsWith("refused")
        ? GroupResult.failed(new IllegalArgumentException(entry))
        : GroupResult.of(entry.toUpperCase(java.util.Locale.ROOT));
  }

  private List<List<String>> groups() {
    synchronized (groups) {
      return List.copyOf(groups);
    }
  }

  /** Starts a call and waits until it is in the queue or in a group. */
  private Future<String> call(GroupCommit<String, String> commits, String entry) {
    int groupsBefore = groups().size();
    int waitingBefore = commits.waiting();
    Future<String> call = callers.submit(() -> commits.commit(entry));
    await(() -> commits.waiting() > waitingBefore || groups().size() > groupsBefore);
    return call;
  }

  private static void await(java.util.function.BooleanSupplier condition) {
    long deadline = System.nanoTime() + LONG.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("time").isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  private static Throwable failure(Future<String> call) {
    try {
      throw new AssertionError("returned " + call.get(30, TimeUnit.SECONDS));
    } catch (ExecutionException e) {
      return e.getCause();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void commitsASingleEntryAtOnce() {
    permits.release();
    assertThat(commits(limits(1, 10, LONG)).commit("ann")).isEqualTo("ANN");
    assertThat(groups()).containsExactly(List.of("ann"));
  }

  @Test
  void commitsWhatGatheredMeanwhileAsOneGroupInTheOrderOfArrival() throws Exception {
    GroupCommit<String, String> commits = commits(limits(1, 20, LONG));
    List<Future<String>> calls = new ArrayList<>();
    for (String name : List.of("a", "b", "c", "d", "e")) {
      calls.add(call(commits, name));
    }
    permits.release(2);
    for (Future<String> call : calls) {
      assertThat(call.get(30, TimeUnit.SECONDS)).hasSize(1);
    }
    assertThat(groups()).containsExactly(List.of("a"), List.of("b", "c", "d", "e"));
  }

  @Test
  void boundsAGroupByEntriesWeightAndOwner() throws Exception {
    GroupCommit<String, String> commits = commits(limits(1, 50, LONG));
    List<Future<String>> calls = new ArrayList<>();
    calls.add(call(commits, "first"));
    for (int i = 1; i <= 5; i++) {
      calls.add(call(commits, "ann" + i));
    }
    for (int i = 1; i <= 2; i++) {
      calls.add(call(commits, "large" + i));
    }
    calls.add(call(commits, "bob"));
    for (int permit = 0; permit < 4; permit++) {
      permits.release();
    }
    for (Future<String> call : calls) {
      call.get(30, TimeUnit.SECONDS);
    }
    assertThat(groups())
        .containsExactly(
            List.of("first"),
            List.of("ann1", "ann2", "ann3", "large1"),
            List.of("ann4", "ann5", "large2", "bob"));
  }

  @Test
  void runsAsManyGroupsAtOnceAsThereAreLanes() {
    GroupCommit<String, String> commits = commits(limits(2, 10, LONG));
    call(commits, "a");
    call(commits, "b");
    call(commits, "c");
    assertThat(groups()).containsExactly(List.of("a"), List.of("b"));
    assertThat(commits.waiting()).isEqualTo(1);
  }

  @Test
  void keepsEntriesWithOneKeyOutOfTwoLanesAtOnce() throws Exception {
    GroupCommit<String, String> commits = commits(limits(2, 10, LONG));
    Future<String> first = call(commits, "a:key");
    Future<String> second = call(commits, "b:key");
    Future<String> other = call(commits, "c:other");
    await(() -> groups().size() == 2);
    assertThat(groups()).containsExactly(List.of("a:key"), List.of("c:other"));
    permits.release(3);
    assertThat(first.get(30, TimeUnit.SECONDS)).isEqualTo("A:KEY");
    assertThat(second.get(30, TimeUnit.SECONDS)).isEqualTo("B:KEY");
    assertThat(other.get(30, TimeUnit.SECONDS)).isEqualTo("C:OTHER");
    assertThat(groups()).hasSize(3).endsWith(List.of("b:key"));
  }

  @Test
  void refusesAnEntryWhenTheQueueIsFull() {
    GroupCommit<String, String> commits = commits(limits(1, 2, LONG));
    call(commits, "a");
    call(commits, "b");
    call(commits, "c");
    assertThatThrownBy(() -> commits.commit("d")).isInstanceOf(GroupQueueFull.class);
    assertThat(commits.waiting()).isEqualTo(2);
  }

  @Test
  void dropsAnEntryThatWaitedTooLong() throws Exception {
    GroupCommit<String, String> commits = commits(limits(1, 10, Duration.ofMillis(50)));
    Future<String> first = call(commits, "a");
    assertThatThrownBy(() -> commits.commit("late")).isInstanceOf(GroupWaitExpired.class);
    assertThat(commits.waiting()).isZero();
    permits.release(2);
    assertThat(first.get(30, TimeUnit.SECONDS)).isEqualTo("A");
    assertThat(groups()).containsExactly(List.of("a"));
  }

  @Test
  void answersEachEntryWithItsOwnResult() throws Exception {
    GroupCommit<String, String> commits = commits(limits(1, 10, LONG));
    call(commits, "a");
    Future<String> good = call(commits, "good");
    Future<String> refused = call(commits, "refused");
    permits.release(2);
    assertThat(good.get(30, TimeUnit.SECONDS)).isEqualTo("GOOD");
    assertThat(failure(refused)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void dividesAFailedGroupUntilThePoisonedEntryFailsAlone() throws Exception {
    GroupCommit<String, String> commits = commits(limits(1, 10, LONG));
    call(commits, "first");
    List<Future<String>> good = new ArrayList<>();
    good.add(call(commits, "a"));
    good.add(call(commits, "b"));
    good.add(call(commits, "c"));
    Future<String> poisoned = call(commits, "poison");
    permits.release(20);
    for (Future<String> call : good) {
      assertThat(call.get(30, TimeUnit.SECONDS)).hasSize(1);
    }
    assertThat(failure(poisoned)).hasMessage("poisoned");
    assertThat(groups())
        .containsExactly(
            List.of("first"),
            List.of("a", "b", "c", "poison"),
            List.of("a", "b"),
            List.of("c", "poison"),
            List.of("c"),
            List.of("poison"));
  }

  @Test
  void neverRepeatsAGroupThatFailedAsAWhole() {
    GroupCommit<String, String> commits = commits(limits(1, 10, LONG));
    call(commits, "first");
    Future<String> neighbour = call(commits, "a");
    Future<String> unknown = call(commits, "unknown");
    permits.release(20);
    assertThat(failure(neighbour)).hasMessage("the answer was lost");
    assertThat(failure(unknown)).hasMessage("the answer was lost");
    assertThat(groups()).containsExactly(List.of("first"), List.of("a", "unknown"));
  }

  @Test
  void leavesNoCallerWaitingWhenAnErrorEndsTheRun() {
    GroupCommit<String, String> commits = commits(limits(1, 10, LONG));
    call(commits, "first");
    List<Future<String>> all = new ArrayList<>();
    for (String name : List.of("error", "a", "poison", "b")) {
      all.add(call(commits, name));
    }
    permits.release(20);
    assertThat(all).allSatisfy(call -> assertThat(failure(call)).isNotNull());
    assertThat(commits.commit("after")).isEqualTo("AFTER");
  }

  @Test
  void answersEveryCallerOnceHoweverManyThereAre() throws Exception {
    permits.release(100_000);
    GroupCommit<String, String> commits =
        new GroupCommit<>(new GroupLimits(2, 500, 8, 60, 3, LONG), new Names(), this::commit);
    AtomicInteger committed = new AtomicInteger();
    List<Future<?>> all = new ArrayList<>();
    for (int caller = 0; caller < 64; caller++) {
      String name = "n" + Character.toString('a' + caller % 26) + ":" + caller % 20;
      all.add(
          callers.submit(
              () ->
                  IntStream.range(0, 200)
                      .forEach(
                          i -> {
                            commits.commit(name);
                            committed.incrementAndGet();
                          })));
    }
    for (Future<?> call : all) {
      call.get(50, TimeUnit.SECONDS);
    }
    assertThat(committed).hasValue(64 * 200);
    assertThat(groups().stream().mapToInt(List::size).sum()).isEqualTo(64 * 200);
    assertThat(groups()).allMatch(group -> group.size() <= 8);
    assertThat(commits.waiting()).isZero();
  }
}
