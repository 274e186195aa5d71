package org.orderly.tests.drill.history;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;

/**
 * Searches an order of the operations on one counter in which each takes effect between its begin
 * and its end, finds the value that it reports, and leaves no value below zero: linearizability
 * (Herlihy and Wing, 1990).
 *
 * <p>Begins and ends are visited in their order, and an operation is put into the order no sooner
 * than somebody needs it there, which is just-in-time linearization (Lowe, "Testing for
 * linearizability", 2017; it improves on Wing and Gong, 1993). A state is the set of running
 * operations that have taken effect; since additions commute, the set determines the value. Two
 * rules keep the states few without losing an order. Of running changes of the same size, the one
 * that ends first goes first, since it could take the other's position anywhere. A change that
 * nobody has to see goes last, since it can follow at any later moment before its end.
 *
 * <p>The result is exact: {@code Explained} if and only if there is such an order, except when more
 * than {@link #STEPS_MAX} states were tried or more than 64 operations run at the same time.
 */
final class CounterLinearization {
  static final int STEPS_MAX = 4_000_000;

  private static final int SLOTS = Long.SIZE;

  private final CounterOperation[] running = new CounterOperation[SLOTS];
  private final List<CounterOperation> operations;
  private final long initial;
  private long occupied;
  private int steps;

  private CounterLinearization(List<CounterOperation> operations, long initial) {
    this.operations = operations;
    this.initial = initial;
  }

  static CounterResult of(long initial, List<CounterOperation> operations) {
    return new CounterLinearization(operations, initial).search();
  }

  /** The running operations that have taken effect, one bit each, and the value they left. */
  private record State(long done, long value) {
    boolean has(int slot) {
      return (done & 1L << slot) != 0;
    }

    State with(int slot, long delta) {
      return new State(done | 1L << slot, value + delta);
    }

    State without(int slot) {
      return new State(done & ~(1L << slot), value);
    }
  }

  private record Event(long atNanos, boolean isEnd, CounterOperation operation) {}

  private static final class TooManyStates extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private CounterResult search() {
    Set<State> states = Set.of(new State(0, initial));
    try {
      for (Event event : events()) {
        if (event.isEnd()) {
          int slot = slotOf(event.operation());
          Set<State> next = ending(states, slot);
          if (next.isEmpty()) {
            return new CounterResult.Unexplained(reason(states, slot));
          }
          states = next;
          running[slot] = null;
          occupied &= ~(1L << slot);
        } else {
          begin(event.operation());
        }
      }
    } catch (TooManyStates e) {
      return new CounterResult.Undecided();
    }
    return new CounterResult.Explained();
  }

  /** At the same moment, what begins overlaps with what ends. */
  private List<Event> events() {
    List<Event> events = new ArrayList<>();
    for (CounterOperation operation : operations) {
      events.add(new Event(operation.beginNanos(), false, operation));
      events.add(new Event(operation.endNanos(), true, operation));
    }
    events.sort(Comparator.comparingLong(Event::atNanos).thenComparing(Event::isEnd));
    return events;
  }

  private void begin(CounterOperation operation) {
    if (occupied == -1L) {
      throw new TooManyStates();
    }
    int slot = Long.numberOfTrailingZeros(~occupied);
    running[slot] = operation;
    occupied |= 1L << slot;
  }

  @SuppressWarnings("ReferenceEquality")
  private int slotOf(CounterOperation operation) {
    for (int slot = 0; slot < SLOTS; slot++) {
      // two operations may be equal
      if (running[slot] == operation) {
        return slot;
      }
    }
    throw new IllegalStateException(operation + " does not run");
  }

  /** All states in which the operation has taken effect, its slot free again. */
  private Set<State> ending(Set<State> states, int slot) {
    Set<State> ended = new HashSet<>();
    Set<State> seen = new HashSet<>(states);
    Deque<State> open = new ArrayDeque<>(states);
    while (!open.isEmpty()) {
      State state = open.pop();
      if (state.has(slot)) {
        ended.add(state.without(slot));
        continue;
      }
      for (State next : successors(state, slot)) {
        if (next.has(slot)) {
          ended.add(next.without(slot));
        } else if (seen.add(next)) {
          open.push(next);
        }
      }
    }
    return ended;
  }

  /** One step towards the end of an operation: itself, or another that fixes the value before. */
  private List<State> successors(State state, int slot) {
    List<State> next = new ArrayList<>();
    CounterOperation ending = running[slot];
    if (!ending.isPinned()) {
      if (state.value() + ending.delta() >= 0) {
        next.add(state.with(slot, ending.delta()));
      } else {
        changed(state, slot, value -> value + ending.delta() >= 0)
            .forEach(enough -> next.add(enough.with(slot, ending.delta())));
      }
    }
    for (int other = 0; other < SLOTS; other++) {
      CounterOperation pinned = running[other];
      if (pinned != null && pinned.isPinned() && !state.has(other)) {
        int position = other;
        long found = pinned.before().getAsLong();
        if (found + pinned.delta() >= 0) {
          changed(state, -1, value -> value == found)
              .forEach(there -> next.add(there.with(position, pinned.delta())));
        }
      }
    }
    return next;
  }

  /**
   * The states that running changes can lead to, of those whose value is wanted. Any order of them
   * will do that begins with the additions, so only the last value must not be below zero.
   *
   * @param except the slot of a change that must not be among them; -1 for none
   */
  private List<State> changed(State from, int except, LongPredicate wanted) {
    List<List<Integer>> sizes = bySize(from, except);
    List<State> found = new ArrayList<>();
    collect(from, sizes, 0, value -> value >= 0 && wanted.test(value), found);
    return found;
  }

  private void collect(
      State state, List<List<Integer>> sizes, int next, LongPredicate wanted, List<State> found) {
    if (++steps > STEPS_MAX) {
      throw new TooManyStates();
    }
    if (next == sizes.size()) {
      if (wanted.test(state.value())) {
        found.add(state);
      }
      return;
    }
    State taken = state;
    collect(taken, sizes, next + 1, wanted, found);
    for (int slot : sizes.get(next)) {
      taken = taken.with(slot, running[slot].delta());
      collect(taken, sizes, next + 1, wanted, found);
    }
  }

  /** The slots of the changes that have not taken effect, together by size, first end first. */
  private List<List<Integer>> bySize(State state, int except) {
    List<Integer> slots = new ArrayList<>();
    for (int slot = 0; slot < SLOTS; slot++) {
      CounterOperation operation = running[slot];
      if (operation != null && !operation.isPinned() && !state.has(slot) && slot != except) {
        slots.add(slot);
      }
    }
    slots.sort(
        Comparator.<Integer>comparingLong(slot -> running[slot].delta())
            .thenComparingLong(slot -> running[slot].endNanos()));
    List<List<Integer>> sizes = new ArrayList<>();
    long last = 0;
    for (int slot : slots) {
      long delta = running[slot].delta();
      if (sizes.isEmpty() || delta != last) {
        sizes.add(new ArrayList<>());
        last = delta;
      }
      sizes.get(sizes.size() - 1).add(slot);
    }
    return sizes;
  }

  private String reason(Set<State> states, int slot) {
    CounterOperation operation = running[slot];
    long lowest = Long.MAX_VALUE;
    long highest = Long.MIN_VALUE;
    for (State state : states) {
      for (State possible : changed(state, slot, value -> true)) {
        lowest = Math.min(lowest, possible.value());
        highest = Math.max(highest, possible.value());
      }
    }
    String needs =
        operation.isPinned()
            ? "found " + operation.before().getAsLong()
            : "changes it by " + operation.delta();
    return operation.label()
        + " "
        + needs
        + ", which no order of events explains: at its end the"
        + " value was "
        + (lowest == highest ? lowest : lowest + " to " + highest);
  }
}
