package org.orderly.tests.fuzz;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BinaryOperator;
import org.orderly.tests.fuzz.ApiDescription.Operation;
import org.orderly.tests.fuzz.RequestMaker.Made;

/** Sends the requests of a seed, four at a time, and keeps what was answered wrongly. */
public final class Fuzzer {

  private static final int CLIENTS = 4;

  private final URI shop;
  private final RequestMaker maker;
  private final AnswerCheck check;
  private final List<String> faults = Collections.synchronizedList(new ArrayList<>());
  private final Map<Integer, AtomicInteger> statuses = new ConcurrentHashMap<>();

  /**
   * @param callers the header by which each shows who it is; empty for nobody
   * @param without routes that are not called, since the rest of a run needs what they end
   * @param things a path with things in place of its parameters, for a caller and a route
   */
  public Fuzzer(
      URI shop,
      long seed,
      List<String> callers,
      Set<String> without,
      BinaryOperator<String> things) {
    ApiDescription description = new ApiDescription();
    List<Operation> operations =
        description.operations().stream().filter(one -> !without.contains(one.route())).toList();
    this.shop = shop;
    this.maker = new RequestMaker(description, callers, things, seed, operations);
    this.check = new AnswerCheck(description);
  }

  /** Each with the request that shows it. */
  public List<String> faults() {
    return List.copyOf(faults);
  }

  /** How many answers there were of each status. */
  public Map<Integer, AtomicInteger> statuses() {
    return new TreeMap<>(statuses);
  }

  /** What every mark of this run begins with. */
  public String marks() {
    return maker.mark(0).split("x")[0] + "x";
  }

  /** How many there are until each operation was called once by each caller. */
  public int round() {
    return maker.round();
  }

  /** The requests with these numbers. */
  public void run(int from, int to) throws InterruptedException, ExecutionException {
    AtomicInteger next = new AtomicInteger(from);
    try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      List<Future<?>> working = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        working.add(
            clients.submit(
                () -> {
                  for (int n = next.getAndIncrement(); n < to; n = next.getAndIncrement()) {
                    send(maker.make(n));
                  }
                }));
      }
      for (Future<?> one : working) {
        one.get();
      }
    }
  }

  private void send(Made made) {
    try {
      RawAnswer answer = RawAnswer.to(made.request().bytes(shop.getAuthority()), shop);
      statuses.computeIfAbsent(answer.status(), status -> new AtomicInteger()).incrementAndGet();
      check.fault(made, answer).ifPresent(fault -> faults.add(fault + "\n    " + made.request()));
    } catch (IOException e) {
      faults.add("no answer: " + e + "\n    " + made.request());
    }
  }
}
