package org.orderly.tests.signin;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.orderly.tests.load.Latencies;
import org.orderly.tests.load.WorkerPool;

/** How much of each the shop does in a second. */
final class SignInCost {

  private static final int ACCOUNTS = 32;

  private final SignInRoutes signInRoutes;
  private final Duration time;
  private final PrintStream out;
  private final List<String> accounts = new ArrayList<>();

  SignInCost(SignInRoutes signInRoutes, Duration time, PrintStream out) {
    this.signInRoutes = signInRoutes;
    this.time = time;
    this.out = out;
  }

  void measure() {
    IntStream.range(0, ACCOUNTS).forEach(i -> accounts.add(signInRoutes.register()));
    for (int clients : new int[] {1, 8}) {
      row("sign-ins", clients, i -> signInRoutes.signIn(any()).expect(200));
    }
    String token = signInRoutes.signIn(any()).expect(200).text("accessToken");
    for (int clients : new int[] {1, 8, 32}) {
      row("token checks (GET users/me)", clients, i -> signInRoutes.me(token).expect(200));
    }
  }

  private String any() {
    return accounts.get(ThreadLocalRandom.current().nextInt(ACCOUNTS));
  }

  private void row(String what, int clients, Consumer<Integer> work) {
    Latencies latencies = new Latencies();
    long begin = System.nanoTime();
    long end = begin + time.toNanos();
    new WorkerPool(clients)
        .work(
            IntStream.range(0, clients).boxed().toList(),
            client -> {
              while (System.nanoTime() < end) {
                long asked = System.nanoTime();
                work.accept(client);
                latencies.record(System.nanoTime() - asked);
              }
            });
    long millis = Math.max(1, Duration.ofNanos(System.nanoTime() - begin).toMillis());
    out.printf(
        "%-28s %2d clients  %6d/s  %s%n",
        what, clients, latencies.count() * 1000L / millis, latencies);
  }
}
