package org.orderly.tests.signin;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.orderly.tests.load.WorkerPool;

/** Many guesses at one password, and one password at many accounts. */
final class GuessingAttack {

  private static final int CLIENTS = 16;
  private static final int SPRAYED = 200;
  private static final String EVALUATED = "401 invalid-credentials";

  private final SignInRoutes signInRoutes;
  private final PrintStream out;

  GuessingAttack(SignInRoutes signInRoutes, PrintStream out) {
    this.signInRoutes = signInRoutes;
    this.out = out;
  }

  /**
   * The last guess of each hundred is the right one.
   *
   * @return whether nobody came in
   */
  boolean atOneAccount(int guesses) {
    String email = signInRoutes.register();
    // so many wrong ones first that the right one comes to a paused account
    IntStream.range(0, 5)
        .forEach(i -> signInRoutes.signIn(email, "wrong password " + i).expect(401));
    AtomicBoolean entered = new AtomicBoolean();
    tell(
        "guesses at one account, each hundredth right, after 5 failures",
        guesses,
        guess -> {
          SignInRoutes.Answer answer =
              guess % 100 == 99
                  ? signInRoutes.signIn(email)
                  : signInRoutes.signIn(email, "wrong password " + guess);
          entered.compareAndSet(false, answer.status() == 200);
          return answer;
        });
    return !entered.get();
  }

  /** One guess at each of many accounts, all from this address. */
  void atManyAccounts() {
    String run = UUID.randomUUID().toString();
    tell(
        "guesses at as many accounts from one address",
        SPRAYED,
        guess -> signInRoutes.signIn(run + "-" + guess + "@example.org", "a wrong password"));
  }

  private void tell(String what, int guesses, IntFunction<SignInRoutes.Answer> guess) {
    Map<String, Integer> answers = new ConcurrentHashMap<>();
    long begin = System.nanoTime();
    new WorkerPool(CLIENTS)
        .work(
            IntStream.range(0, guesses).boxed().toList(),
            number -> {
              SignInRoutes.Answer answer = guess.apply(number);
              answers.merge(answer.status() + " " + answer.code(), 1, Integer::sum);
            });
    Duration took = Duration.ofNanos(System.nanoTime() - begin);
    out.printf(
        "%d %s in %d.%d s: %d evaluated; %s%n",
        guesses,
        what,
        took.toSeconds(),
        took.toMillisPart() / 100,
        answers.getOrDefault(EVALUATED, 0),
        new TreeMap<>(answers));
  }
}
