package org.orderly.tests.signin;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.orderly.tests.load.WorkerPool;

/** A thief and the owner of a refresh token both use it, at once or one after the other. */
final class TokenTheft {

  private static final int AT_ONCE = 4;

  private final SignInRoutes signInRoutes;
  private final PrintStream out;
  private final AtomicInteger thiefFirst = new AtomicInteger();
  private final AtomicInteger kept = new AtomicInteger();

  TokenTheft(SignInRoutes signInRoutes, PrintStream out) {
    this.signInRoutes = signInRoutes;
    this.out = out;
  }

  /**
   * @return whether each theft ended the session for both
   */
  boolean steal(int times) {
    List<String> accounts =
        IntStream.range(0, AT_ONCE).mapToObj(i -> signInRoutes.register()).toList();
    new WorkerPool(AT_ONCE)
        .work(
            IntStream.range(0, AT_ONCE).boxed().toList(),
            thief -> {
              for (int i = thief; i < times; i += AT_ONCE) {
                steal(accounts.get(thief), i % 2 == 0);
              }
            });
    out.printf(
        "%d refresh tokens stolen: the thief was first %d times; sessions that went on for anybody:"
            + " %d%n",
        times, thiefFirst.get(), kept.get());
    return kept.get() == 0;
  }

  private void steal(String email, boolean atOnce) {
    SignInRoutes.Answer tokens = signInRoutes.signIn(email).expect(200);
    String token = tokens.text("refreshToken");
    SignInRoutes.Answer thief;
    SignInRoutes.Answer owner;
    if (atOnce) {
      Map<String, SignInRoutes.Answer> both = new ConcurrentHashMap<>();
      new WorkerPool(2)
          .work(List.of("thief", "owner"), who -> both.put(who, signInRoutes.refresh(token)));
      thief = both.get("thief");
      owner = both.get("owner");
    } else {
      thief = signInRoutes.refresh(token);
      owner = signInRoutes.refresh(token);
    }
    thiefFirst.addAndGet(thief.status() == 200 ? 1 : 0);
    boolean goesOn =
        List.of(tokens, thief, owner).stream().anyMatch(this::goesOn)
            || thief.status() == 200 && owner.status() == 200;
    kept.addAndGet(goesOn ? 1 : 0);
  }

  private boolean goesOn(SignInRoutes.Answer tokens) {
    return tokens.status() == 200
        && (signInRoutes.me(tokens.text("accessToken")).status() == 200
            || signInRoutes.refresh(tokens.text("refreshToken")).status() == 200);
  }
}
