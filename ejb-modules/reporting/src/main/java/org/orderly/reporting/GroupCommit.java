package org.orderly.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/**
 * Has work that many threads bring done in groups: who comes while a group is at work waits, and is
 * then done together with all who came meanwhile. Nobody waits for company.
 *
 * @param <T> one thread's piece of work; doing it twice must do no harm
 */
final class GroupCommit<T> {

  private static final int LARGEST = 100;

  private static final class Entry<T> {
    private final T work;
    private boolean done;

    private Entry(T work) {
      this.work = work;
    }
  }

  private final Queue<Entry<T>> waiting = new ConcurrentLinkedQueue<>();
  private final Consumer<List<T>> doing;

  /**
   * @param doing does a group, wholly or not at all; never called by two threads at once
   */
  GroupCommit(Consumer<List<T>> doing) {
    this.doing = doing;
  }

  /** Returns when the work is done; throws what doing it by itself threw. */
  void add(T work) {
    Entry<T> own = new Entry<>(work);
    waiting.add(own);
    synchronized (this) {
      if (own.done) {
        return;
      }
      List<Entry<T>> group = group(own);
      try {
        run(group);
      } catch (RuntimeException e) {
        if (group.size() == 1) {
          throw e;
        }
        // another one's fault perhaps; the rest of the group comes by itself
        run(List.of(own));
      }
    }
  }

  private List<Entry<T>> group(Entry<T> own) {
    List<Entry<T>> group = new ArrayList<>(List.of(own));
    waiting.remove(own);
    while (group.size() < LARGEST && !waiting.isEmpty()) {
      group.add(waiting.remove());
    }
    return group;
  }

  private void run(List<Entry<T>> group) {
    doing.accept(group.stream().map(entry -> entry.work).toList());
    group.forEach(entry -> entry.done = true);
  }
}
