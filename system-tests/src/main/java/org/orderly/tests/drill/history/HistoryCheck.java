package org.orderly.tests.drill.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Checks calls of clients against the state that they left.
 *
 * <p>It proves per request: whoever was answered "done" finds the effect, and each time the same
 * one; a refused request took no effect; a request whose answer is unknown took effect once or not
 * at all. And per counter, a product's stock or a wallet's balance: there is one order of all
 * effects and refusals, consistent with real time, in which each effect found enough, each refusal
 * found exactly the value that it reports, and the last value is the one in the database ({@link
 * CounterLinearization}).
 *
 * <p>It does not prove that one order explains all counters together: the orders of two counters
 * may contradict each other. That an effect changed all its counters or none is compared elsewhere,
 * row by row. Readings that no lock protects, such as a page that shows a balance, are not checked.
 */
public final class HistoryCheck {
  private final FinalState finalState;
  private final Map<RequestIdentity, List<RecordedCall>> calls = new HashMap<>();
  private final Map<RequestIdentity, List<RecordedEffect>> effects = new HashMap<>();
  private final Map<String, List<CounterOperation>> operations = new TreeMap<>();
  private final List<String> differences = new ArrayList<>();

  private HistoryCheck(List<RecordedCall> history, FinalState finalState) {
    this.finalState = finalState;
    history.forEach(
        call -> calls.computeIfAbsent(call.request(), key -> new ArrayList<>()).add(call));
  }

  public static HistoryReport of(List<RecordedCall> history, FinalState finalState) {
    return new HistoryCheck(history, finalState).report();
  }

  private HistoryReport report() {
    finalState.effects().forEach(this::attribute);
    calls.forEach(this::checkRequest);
    effects.keySet().stream()
        .filter(request -> !calls.containsKey(request))
        .forEach(request -> differences.add("effect that nobody requested: " + request));
    List<String> undecided = new ArrayList<>();
    int explained = 0;
    for (String counter : counters()) {
      explained += explain(counter, undecided);
    }
    return new HistoryReport(differences, explained, undecided);
  }

  private void attribute(RecordedEffect effect) {
    if (effect.request().isEmpty()) {
      differences.add("effect that nobody requested: " + effect.id());
    } else {
      effects.computeIfAbsent(effect.request().get(), key -> new ArrayList<>()).add(effect);
    }
  }

  private void checkRequest(RequestIdentity request, List<RecordedCall> all) {
    List<RecordedEffect> found = effects.getOrDefault(request, List.of());
    if (found.size() > 1) {
      differences.add("more than one effect of " + request + ": " + ids(found));
    }
    TreeSet<String> told = new TreeSet<>();
    long begin = Long.MAX_VALUE;
    long end = Long.MAX_VALUE;
    for (RecordedCall call : all) {
      switch (call.answer()) {
        case CallAnswer.Done done -> {
          told.add(done.effect());
          begin = Math.min(begin, call.beginNanos());
          end = Math.min(end, call.endNanos());
        }
        case CallAnswer.Unknown unknown -> begin = Math.min(begin, call.beginNanos());
        case CallAnswer.Refused refused -> addReadings(call, refused);
      }
    }
    checkAnswers(request, told, found, begin);
    checkOrder(request, all, end);
    for (RecordedEffect effect : found) {
      if (!effect.earlier() && begin < Long.MAX_VALUE) {
        addChanges(request, effect, all, begin, end);
      }
    }
  }

  private void checkAnswers(
      RequestIdentity request, TreeSet<String> told, List<RecordedEffect> found, long begin) {
    if (told.size() > 1) {
      differences.add("different answers to " + request + ": " + told);
    }
    List<String> ids = ids(found);
    told.stream()
        .filter(id -> !ids.contains(id))
        .forEach(id -> differences.add("answered, but without effect: " + request + ", " + id));
    if (begin == Long.MAX_VALUE && !found.isEmpty()) {
      differences.add("refused, but with effect: " + request + ", " + ids);
    }
  }

  /** Once a client has been told of the effect, no later call may be refused. */
  private void checkOrder(RequestIdentity request, List<RecordedCall> all, long told) {
    all.stream()
        .filter(call -> call.answer() instanceof CallAnswer.Refused && call.beginNanos() > told)
        .forEach(call -> differences.add("refused after it was done: " + request));
  }

  private static List<String> ids(List<RecordedEffect> found) {
    return found.stream().map(RecordedEffect::id).toList();
  }

  private void addReadings(RecordedCall call, CallAnswer.Refused refused) {
    for (CounterReading reading : refused.readings()) {
      String label = "refusal " + refused.code() + " of " + call.request();
      if (reading.value() >= reading.wanted()) {
        differences.add(label + " although " + reading);
      }
      add(
          reading.counter(),
          CounterOperation.reading(label, reading.value(), call.beginNanos(), call.endNanos()));
    }
  }

  private void addChanges(
      RequestIdentity request,
      RecordedEffect effect,
      List<RecordedCall> all,
      long begin,
      long end) {
    effect
        .changes()
        .forEach(
            (counter, delta) ->
                add(
                    counter,
                    new CounterOperation(
                        request.toString(), delta, before(all, counter, delta), begin, end)));
  }

  private static OptionalLong before(List<RecordedCall> all, String counter, long delta) {
    return all.stream()
        .filter(call -> call.answer() instanceof CallAnswer.Done)
        .map(call -> ((CallAnswer.Done) call.answer()).after())
        .filter(after -> after.containsKey(counter))
        .mapToLong(after -> after.get(counter) - delta)
        .findFirst();
  }

  private void add(String counter, CounterOperation operation) {
    operations.computeIfAbsent(counter, name -> new ArrayList<>()).add(operation);
  }

  private TreeSet<String> counters() {
    TreeSet<String> counters = new TreeSet<>(finalState.before().keySet());
    counters.addAll(finalState.after().keySet());
    counters.addAll(operations.keySet());
    return counters;
  }

  /** Returns how many operations are explained. */
  private int explain(String counter, List<String> undecided) {
    List<CounterOperation> all = operations.getOrDefault(counter, List.of());
    long before = finalState.before().getOrDefault(counter, 0L);
    long after = finalState.after().getOrDefault(counter, 0L);
    long sum = before + all.stream().mapToLong(CounterOperation::delta).sum();
    if (sum != after) {
      differences.add(
          counter
              + " does not add up: "
              + before
              + " and its changes make "
              + sum
              + ", not "
              + after);
    }
    return switch (CounterLinearization.of(before, all)) {
      case CounterResult.Explained explained -> all.size();
      case CounterResult.Unexplained unexplained -> {
        differences.add(counter + ": " + unexplained.reason());
        yield 0;
      }
      case CounterResult.Undecided tooMany -> {
        undecided.add(counter);
        yield 0;
      }
    };
  }
}
