package org.orderly.tests.signin;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.orderly.tests.load.Crew;

/** A thief and the owner of a refresh token both use it, at once or one after the other. */
final class Theft {

  private static final int AT_ONCE = 4;

  private final Door door;
  private final PrintStream out;
  private final AtomicInteger thiefFirst = new AtomicInteger();
  private final AtomicInteger kept = new AtomicInteger();

  Theft(Door door, PrintStream out) {
    this.door = door;
    this.out = out;
  }

  /**
   * @return whether each theft ended the session for both
   */
  boolean steal(int times) {
    List<String> accounts = IntStream.range(0, AT_ONCE).mapToObj(i -> door.register()).toList();
    new Crew(AT_ONCE)
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
    Door.Answer tokens = door.signIn(email).expect(200);
    String token = tokens.text("refreshToken");
    Door.Answer thief;
    Door.Answer owner;
    if (atOnce) {
      Map<String, Door.Answer> both = new ConcurrentHashMap<>();
      new Crew(2).work(List.of("thief", "owner"), who -> both.put(who, door.refresh(token)));
      thief = both.get("thief");
      owner = both.get("owner");
    } else {
      thief = door.refresh(token);
      owner = door.refresh(token);
    }
    thiefFirst.addAndGet(thief.status() == 200 ? 1 : 0);
    boolean goesOn =
        List.of(tokens, thief, owner).stream().anyMatch(this::goesOn)
            || thief.status() == 200 && owner.status() == 200;
    kept.addAndGet(goesOn ? 1 : 0);
  }

  private boolean goesOn(Door.Answer tokens) {
    return tokens.status() == 200
        && (door.me(tokens.text("accessToken")).status() == 200
            || door.refresh(tokens.text("refreshToken")).status() == 200);
  }
}
