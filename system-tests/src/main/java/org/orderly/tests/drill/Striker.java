package org.orderly.tests.drill;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.orderly.server.Machine;
import org.orderly.server.Part;

/** Does to the machine what a round's plan says, and puts it right again. */
final class Striker {
  private static final Duration COMING_UP = Duration.ofMinutes(10);
  private static final Duration AIMING = Duration.ofSeconds(2);
  private static final String PREPARED = "select 1 from pg_prepared_xacts limit 1";
  private static final Duration RELAYING = Duration.ofSeconds(3);

  private final Site site;
  private final List<String> story = Collections.synchronizedList(new ArrayList<>());

  Striker(Site site) {
    this.site = site;
  }

  /** What happened when. */
  List<String> story() {
    return List.copyOf(story);
  }

  /**
   * Returns when every part that was hit runs again.
   *
   * @throws Undone if one does not come up
   */
  void strike(RoundPlan plan) {
    long begin = System.nanoTime();
    ExecutorService hands = Executors.newFixedThreadPool(plan.blows().size());
    try {
      CompletableFuture.allOf(
              plan.blows().stream()
                  .map(blow -> CompletableFuture.runAsync(() -> strike(blow, begin), hands))
                  .toArray(CompletableFuture[]::new))
          .join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    } finally {
      hands.shutdownNow();
    }
  }

  private void strike(Blow blow, long begin) {
    try {
      TimeUnit.NANOSECONDS.sleep(begin + blow.atMillis() * 1_000_000 - System.nanoTime());
      if (blow.aimed()) {
        awaitPrepared();
      }
      Part part = blow.kind() == Blow.Kind.RELAY ? relay() : blow.part();
      if (blow.kind().isPause()) {
        pause(part, blow.forMillis());
      } else {
        kill(part, blow.forMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Undone("interrupted");
    }
  }

  /** Most of a transaction's time is spent elsewhere: chance alone would hit few of them here. */
  private void awaitPrepared() {
    long deadline = System.nanoTime() + AIMING.toNanos();
    try (Connection inventory = site.connect("inventory");
        Connection payment = site.connect("payment");
        PreparedStatement here = inventory.prepareStatement(PREPARED);
        PreparedStatement there = payment.prepareStatement(PREPARED)) {
      while (System.nanoTime() < deadline && !isAny(here) && !isAny(there)) {
        Thread.onSpinWait();
      }
    } catch (SQLException e) {
      story.add("not aimed: " + e.getMessage());
    }
  }

  private static boolean isAny(PreparedStatement query) throws SQLException {
    try (ResultSet row = query.executeQuery()) {
      return row.next();
    }
  }

  private void pause(Part part, long millis) throws InterruptedException {
    machine().pause(part);
    tell(part, "paused");
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } finally {
      machine().resume(part);
      tell(part, "resumed");
    }
  }

  private void kill(Part part, long millis) throws InterruptedException {
    machine().crash(part);
    tell(part, "killed");
    TimeUnit.MILLISECONDS.sleep(millis);
    Patience.await(COMING_UP, part.title() + " to start", () -> start(part));
    tell(part, "runs again");
  }

  /** A server that starts while a database is down gives up; it is started again. */
  private boolean start(Part part) {
    try {
      machine().start(part);
      return true;
    } catch (RuntimeException e) {
      tell(part, "did not start: " + e.getMessage());
      throw e;
    }
  }

  /** The lock is held for the moments of a batch: it takes some looks to see it. */
  private Part relay() throws InterruptedException {
    long deadline = System.nanoTime() + RELAYING.toNanos();
    try {
      while (System.nanoTime() < deadline) {
        int holder = site.relay();
        if (holder > 0) {
          return Part.server(holder);
        }
        TimeUnit.MILLISECONDS.sleep(1);
      }
      story.add("nobody was seen relaying");
    } catch (SQLException e) {
      story.add("the relay's instance is not known: " + e.getMessage());
    }
    return Part.SERVER;
  }

  private Machine machine() {
    return site.machine();
  }

  private void tell(Part part, String what) {
    story.add(Instant.now() + " " + part.title() + " " + what);
  }
}
