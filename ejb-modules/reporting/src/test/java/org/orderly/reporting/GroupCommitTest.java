package org.orderly.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupCommitTest {

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<List<String>> groups = new ArrayList<>();
  private final List<String> done = new CopyOnWriteArrayList<>();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final GroupCommit<String> commit = new GroupCommit<>(this::take);

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  /** The first group waits until it is told to go on; one with "bad" in it fails. */
  private void take(List<String> group) {
    groups.add(group);
    begun.countDown();
    try {
      if (!goOn.await(20, TimeUnit.SECONDS)) {
        throw new IllegalStateException("nobody told the group to go on");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    if (group.contains("bad")) {
      throw new IllegalArgumentException("bad");
    }
    done.addAll(group);
  }

  @Test
  void doesWhatComesAloneAtOnce() {
    goOn.countDown();
    commit.add("a");
    commit.add("b");
    assertThat(groups).containsExactly(List.of("a"), List.of("b"));
  }

  @Test
  void doesTogetherWhatCameMeanwhile() throws Exception {
    List<Future<?>> all = behindTheFirst("b", "c", "d");
    goOn.countDown();
    for (Future<?> one : all) {
      one.get(20, TimeUnit.SECONDS);
    }
    assertThat(groups).hasSize(2);
    assertThat(groups.get(0)).containsExactly("first");
    assertThat(groups.get(1)).containsExactlyInAnyOrder("b", "c", "d");
  }

  @Test
  void letsOnlyThatFailWhoseOwnWorkFails() throws Exception {
    List<Future<?>> all = behindTheFirst("b", "bad", "d");
    goOn.countDown();
    all.get(0).get(20, TimeUnit.SECONDS);
    all.get(1).get(20, TimeUnit.SECONDS);
    assertThatThrownBy(() -> all.get(2).get(20, TimeUnit.SECONDS)).hasMessageContaining("bad");
    all.get(3).get(20, TimeUnit.SECONDS);
    assertThat(groups).contains(List.of("bad"));
    assertThat(done)
        .as("each once, though its group failed")
        .containsExactlyInAnyOrder("first", "b", "d");
  }

  /** Brings one, and the others while that is at work. */
  private List<Future<?>> behindTheFirst(String... others) throws Exception {
    List<Future<?>> all = new ArrayList<>();
    all.add(threads.submit(() -> commit.add("first")));
    assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
    List<Thread> waiting = new ArrayList<>();
    for (String other : others) {
      all.add(
          threads.submit(
              () -> {
                synchronized (waiting) {
                  waiting.add(Thread.currentThread());
                }
                commit.add(other);
              }));
    }
    awaitBlocked(waiting, others.length);
    return all;
  }

  private static void awaitBlocked(List<Thread> waiting, int count) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!areBlocked(waiting, count)) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  private static boolean areBlocked(List<Thread> waiting, int count) {
    synchronized (waiting) {
      return waiting.size() == count
          && waiting.stream().allMatch(thread -> thread.getState() == Thread.State.BLOCKED);
    }
  }
}
