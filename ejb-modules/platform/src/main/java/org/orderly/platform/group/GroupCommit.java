package org.orderly.platform.group;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Group commit: entries wait in a bounded queue, and one of the waiting callers commits a group of
 * them for all.
 *
 * <p>A group is run on the thread of the caller who finds a free lane. It takes what waits at that
 * moment, first come, first served, and never waits for company: a single caller commits at once,
 * and while a group commits, the next one gathers. Each caller gets its own result or failure.
 *
 * <p>A group that fails is divided, so that an entry that cannot be committed fails alone. A group
 * that {@link GroupFailed failed as a whole} is not run again: every caller of it gets the reason.
 *
 * @param <E> an entry: complete, and unchanged by a run that fails
 * @param <R> the result of an entry
 */
public final class GroupCommit<E, R> {

  /** Commits a group. */
  @FunctionalInterface
  public interface Work<E, R> {

    /**
     * Commits the entries, all in one transaction.
     *
     * @return the result of each entry, in the order of the entries
     * @throws GroupFailed if no entry is to blame, or the entries may have been committed
     * @throws RuntimeException if nothing was committed, perhaps because of one entry
     */
    List<GroupResult<R>> commit(List<E> group);
  }

  /** Properties of an entry that decide which group takes it. */
  public interface Traits<E> {

    /** Entries with one owner share a bound within a group. */
    Object owner(E entry);

    /** Counts towards the bound of a group; at least 1. */
    int weight(E entry);

    /** Two lanes never commit entries at the same time that share one of these. */
    Set<?> exclusive(E entry);

    /** The traits of entries that have nothing to do with one another. */
    static <E> Traits<E> independent() {
      return new Traits<>() {
        @Override
        public Object owner(E entry) {
          return entry;
        }

        @Override
        public int weight(E entry) {
          return 1;
        }

        @Override
        public Set<?> exclusive(E entry) {
          return Set.of();
        }
      };
    }
  }

  private final GroupLimits limits;
  private final Traits<E> traits;
  private final Work<E, R> work;
  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<QueuedEntry<E, R>> queue = new ArrayDeque<>();
  private final Set<Object> running = new HashSet<>();
  private int busyLanes;

  public GroupCommit(GroupLimits limits, Traits<E> traits, Work<E, R> work) {
    this.limits = limits;
    this.traits = traits;
    this.work = work;
  }

  /**
   * Has an entry committed, on this thread or by another caller. Must be called without a
   * transaction.
   *
   * @throws GroupQueueFull if too many entries wait; the entry was not taken
   * @throws GroupWaitExpired if no group took the entry in time; it never will be
   * @throws RuntimeException the failure of this entry, or of its group; the work says whether it
   *     may have been committed
   */
  public R commit(E entry) {
    QueuedEntry<E, R> own = enqueue(entry, traits.exclusive(entry));
    long deadline = System.nanoTime() + limits.waitMax().toNanos();
    while (true) {
      List<QueuedEntry<E, R>> group = awaitTurn(own, deadline);
      if (group.isEmpty()) {
        return own.result().get();
      }
      try {
        run(group);
      } finally {
        release(group);
      }
    }
  }

  /** How many entries wait for a group. */
  public int waiting() {
    lock.lock();
    try {
      return queue.size();
    } finally {
      lock.unlock();
    }
  }

  private QueuedEntry<E, R> enqueue(E entry, Set<?> exclusive) {
    lock.lock();
    try {
      if (queue.size() >= limits.queueMax()) {
        throw new GroupQueueFull();
      }
      QueuedEntry<E, R> own = new QueuedEntry<>(entry, exclusive, lock.newCondition());
      queue.addLast(own);
      return own;
    } finally {
      lock.unlock();
    }
  }

  /** Waits for a result, or for a lane: then returns the group to run. */
  private List<QueuedEntry<E, R>> awaitTurn(QueuedEntry<E, R> own, long deadline) {
    lock.lock();
    try {
      while (!own.isDone()) {
        if (own.isQueued() && busyLanes < limits.lanes()) {
          List<QueuedEntry<E, R>> group = take();
          if (!group.isEmpty()) {
            busyLanes++;
            signalNext();
            return group;
          }
        }
        await(own, deadline);
      }
      return List.of();
    } finally {
      lock.unlock();
    }
  }

  /** An entry leaves the queue before a group takes it, never after. */
  private void await(QueuedEntry<E, R> own, long deadline) {
    if (!own.isQueued()) {
      own.signal().awaitUninterruptibly();
      return;
    }
    try {
      if (own.signal().await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (queue.remove(own)) {
      signalNext();
      throw new GroupWaitExpired();
    }
  }

  /** Takes what may run now; an entry that must wait keeps its turn. */
  private List<QueuedEntry<E, R>> take() {
    List<QueuedEntry<E, R>> group = new ArrayList<>();
    Map<Object, Integer> perOwner = new HashMap<>();
    int weight = 0;
    for (QueuedEntry<E, R> candidate : queue) {
      int added = traits.weight(candidate.entry());
      if (group.size() == limits.entriesMax()
          || !group.isEmpty() && weight + added > limits.weightMax()) {
        break;
      }
      Object owner = traits.owner(candidate.entry());
      if (perOwner.getOrDefault(owner, 0) < limits.entriesOfOwnerMax()
          && Collections.disjoint(running, candidate.exclusive())) {
        perOwner.merge(owner, 1, Integer::sum);
        weight += added;
        group.add(candidate);
      }
    }
    for (QueuedEntry<E, R> taken : group) {
      taken.take();
      running.addAll(taken.exclusive());
    }
    queue.removeIf(entry -> !entry.isQueued());
    return group;
  }

  private void release(List<QueuedEntry<E, R>> group) {
    lock.lock();
    try {
      busyLanes--;
      for (QueuedEntry<E, R> entry : group) {
        running.removeAll(entry.exclusive());
        if (!entry.isDone()) {
          // an error ended the run; nobody else would answer this caller
          entry.complete(GroupResult.failed(new IllegalStateException("the group was abandoned")));
        }
      }
      signalNext();
    } finally {
      lock.unlock();
    }
  }

  /** Wakes the first caller if a lane is free for it. */
  private void signalNext() {
    if (!queue.isEmpty() && busyLanes < limits.lanes()) {
      queue.peekFirst().signal().signal();
    }
  }

  private void run(List<QueuedEntry<E, R>> group) {
    List<GroupResult<R>> results;
    try {
      results = work.commit(group.stream().map(QueuedEntry::entry).toList());
      if (results.size() != group.size()) {
        throw new GroupFailed(new IllegalStateException(results.size() + " results"));
      }
    } catch (GroupFailed e) {
      complete(group, Collections.nCopies(group.size(), GroupResult.failed(e.reason())));
      return;
    } catch (RuntimeException e) {
      divide(group, e);
      return;
    }
    complete(group, results);
  }

  private void divide(List<QueuedEntry<E, R>> group, RuntimeException failure) {
    if (group.size() == 1) {
      complete(group, List.of(GroupResult.failed(failure)));
      return;
    }
    int middle = group.size() / 2;
    run(group.subList(0, middle));
    run(group.subList(middle, group.size()));
  }

  private void complete(List<QueuedEntry<E, R>> group, List<GroupResult<R>> results) {
    lock.lock();
    try {
      for (int i = 0; i < group.size(); i++) {
        group.get(i).complete(results.get(i));
      }
    } finally {
      lock.unlock();
    }
  }
}
