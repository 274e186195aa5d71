package org.orderly.platform.group;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;

/** An entry of a {@link GroupCommit} and its caller; guarded by the lock of the queue. */
final class QueuedEntry<E, R> {

  private final E entry;
  private final Set<?> exclusive;
  private final Condition signal;
  private boolean queued = true;
  private Optional<GroupResult<R>> result = Optional.empty();

  QueuedEntry(E entry, Set<?> exclusive, Condition signal) {
    this.entry = entry;
    this.exclusive = exclusive;
    this.signal = signal;
  }

  E entry() {
    return entry;
  }

  /** No other lane may run an entry with one of these meanwhile. */
  Set<?> exclusive() {
    return exclusive;
  }

  /** Signalled when there is a result, and when the entry is the first and a lane is free. */
  Condition signal() {
    return signal;
  }

  /** Whether no group has taken it. */
  boolean isQueued() {
    return queued;
  }

  void take() {
    queued = false;
  }

  void complete(GroupResult<R> outcome) {
    result = Optional.of(outcome);
    signal.signal();
  }

  boolean isDone() {
    return result.isPresent();
  }

  /** Available once it is done. */
  GroupResult<R> result() {
    return result.orElseThrow();
  }
}
