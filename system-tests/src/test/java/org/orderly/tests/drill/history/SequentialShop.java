package org.orderly.tests.drill.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * A shop that does one thing after the other, called by clients whose calls overlap: each call is
 * applied at one moment, begins at some moment before and ends at some moment after it. Some
 * answers are lost, and then the client calls again under the same key.
 */
final class SequentialShop {
  private static final List<String> PRODUCTS = List.of("stock a", "stock b", "stock c");
  private static final List<String> WALLETS = List.of("wallet x", "wallet y");
  private static final long STEP = 100;

  final List<RecordedCall> calls = new ArrayList<>();
  final List<RecordedEffect> effects = new ArrayList<>();
  final Map<String, Long> before = new HashMap<>();
  final Map<String, Long> now = new HashMap<>();
  private final Random random;
  private final Map<Integer, Long> free = new HashMap<>();
  private long moment = 1_000;
  private int serial;

  SequentialShop(long seed) {
    this.random = new Random(seed);
    PRODUCTS.forEach(product -> before.put(product, (long) random.nextInt(6)));
    WALLETS.forEach(wallet -> before.put(wallet, (long) random.nextInt(40)));
    now.putAll(before);
  }

  /** Runs clients until there are so many requests. */
  SequentialShop run(int requests, int clients) {
    for (int i = 0; i < requests; i++) {
      request(random.nextInt(clients));
    }
    return this;
  }

  FinalState state() {
    return new FinalState(effects, before, now);
  }

  HistoryReport check() {
    return HistoryCheck.of(calls, state());
  }

  private void request(int client) {
    String operation = random.nextInt(5) == 0 ? "restock" : "order";
    RequestIdentity request = new RequestIdentity(operation, "client " + client, "k" + ++serial);
    Map<String, Long> changes = operation.equals("order") ? order() : delivery();
    Optional<CallAnswer> first = Optional.empty();
    int lost = random.nextInt(6) == 0 ? 1 + random.nextInt(2) : 0;
    for (int call = 0; call <= lost; call++) {
      boolean isLost = call < lost;
      boolean isApplied = !isLost || random.nextBoolean();
      if (isApplied && !first.filter(CallAnswer.Done.class::isInstance).isPresent()) {
        first = Optional.of(apply(request, changes));
      }
      record(client, request, isLost ? new CallAnswer.Unknown(0, "lost") : first.orElseThrow());
    }
  }

  private Map<String, Long> order() {
    Map<String, Long> changes = new LinkedHashMap<>();
    for (int line = random.nextInt(2); line >= 0; line--) {
      changes.put(any(PRODUCTS), -(1L + random.nextInt(3)));
    }
    changes.put(any(WALLETS), -(3L + random.nextInt(9)));
    return changes;
  }

  private Map<String, Long> delivery() {
    return Map.of(random.nextBoolean() ? any(PRODUCTS) : any(WALLETS), 1L + random.nextInt(8));
  }

  private CallAnswer apply(RequestIdentity request, Map<String, Long> changes) {
    List<CounterReading> shortages =
        changes.entrySet().stream()
            .filter(change -> now.get(change.getKey()) + change.getValue() < 0)
            .map(
                change ->
                    new CounterReading(
                        change.getKey(), now.get(change.getKey()), -change.getValue()))
            .toList();
    if (!shortages.isEmpty()) {
      return new CallAnswer.Refused("insufficient", shortages);
    }
    changes.forEach((counter, change) -> now.merge(counter, change, Long::sum));
    String id = "effect of " + request.key();
    effects.add(new RecordedEffect(Optional.of(request), id, false, changes));
    Map<String, Long> after = new HashMap<>();
    if (request.operation().equals("restock")) {
      changes.keySet().forEach(counter -> after.put(counter, now.get(counter)));
    }
    return new CallAnswer.Done(id, after);
  }

  /** A client makes one call after the other, whatever others do meanwhile. */
  private void record(int client, RequestIdentity request, CallAnswer answer) {
    long idleSince = free.getOrDefault(client, 0L);
    moment = Math.max(moment + STEP, idleSince + 1);
    long begin = Math.max(idleSince + 1, moment - random.nextInt(900));
    long end = moment + random.nextInt(900);
    free.put(client, end);
    calls.add(new RecordedCall(request, begin, end, answer));
    if (random.nextInt(4) == 0) {
      moment = end;
    }
  }

  private String any(List<String> names) {
    return names.get(random.nextInt(names.size()));
  }
}
