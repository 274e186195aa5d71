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
import java.util.concurrent.atomic.AtomicLong;
import org.orderly.server.LocalStack;
import org.orderly.server.component.Component;

/** Injects the faults of a round's plan into the stack, and repairs them. */
final class FaultInjector {
  private static final Duration COMING_UP = Duration.ofMinutes(10);
  private static final Duration AIMING = Duration.ofSeconds(2);
  private static final String PREPARED = "select 1 from pg_prepared_xacts limit 1";
  private static final Duration RELAYING = Duration.ofSeconds(3);

  private final DrillSite drillSite;
  private final List<String> story = Collections.synchronizedList(new ArrayList<>());
  private final AtomicLong firstNanos = new AtomicLong(Long.MAX_VALUE);

  FaultInjector(DrillSite drillSite) {
    this.drillSite = drillSite;
  }

  /** What happened when. */
  List<String> story() {
    return List.copyOf(story);
  }

  /** Adds to what happened. */
  void note(String what) {
    story.add(what);
  }

  /** When the first part was hit, by {@link System#nanoTime}; after all times if none was. */
  long firstNanos() {
    return firstNanos.get();
  }

  /**
   * Returns when every part that was hit runs again.
   *
   * @throws ConditionNotMet if one does not come up
   */
  void strike(RoundPlan plan) {
    long begin = System.nanoTime();
    ExecutorService hands = Executors.newFixedThreadPool(plan.blows().size());
    try {
      CompletableFuture.allOf(
              plan.blows().stream()
                  .map(
                      injectedFault ->
                          CompletableFuture.runAsync(() -> strike(injectedFault, begin), hands))
                  .toArray(CompletableFuture[]::new))
          .join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    } finally {
      hands.shutdownNow();
    }
  }

  private void strike(InjectedFault injectedFault, long begin) {
    try {
      TimeUnit.NANOSECONDS.sleep(begin + injectedFault.atMillis() * 1_000_000 - System.nanoTime());
      if (injectedFault.aimed()) {
        awaitPrepared();
      }
      Component component =
          injectedFault.kind() == InjectedFault.Kind.RELAY ? relay() : injectedFault.part();
      firstNanos.accumulateAndGet(System.nanoTime(), Math::min);
      if (injectedFault.kind().isPause()) {
        pause(component, injectedFault.forMillis());
      } else {
        kill(component, injectedFault.forMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ConditionNotMet("interrupted");
    }
  }

  /** Most of a transaction's time is spent elsewhere: chance alone would hit few of them here. */
  private void awaitPrepared() {
    long deadline = System.nanoTime() + AIMING.toNanos();
    try (Connection inventory = drillSite.connect("inventory");
        Connection payment = drillSite.connect("payment");
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

  private void pause(Component component, long millis) throws InterruptedException {
    machine().pause(component);
    tell(component, "paused");
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } finally {
      machine().resume(component);
      tell(component, "resumed");
    }
  }

  private void kill(Component component, long millis) throws InterruptedException {
    machine().crash(component);
    tell(component, "killed");
    TimeUnit.MILLISECONDS.sleep(millis);
    Patience.await(COMING_UP, component.title() + " to start", () -> start(component));
    tell(component, "runs again");
  }

  /** A server that starts while a database is down gives up; it is started again. */
  private boolean start(Component component) {
    try {
      machine().start(component);
      return true;
    } catch (RuntimeException e) {
      tell(component, "did not start: " + e.getMessage());
      throw e;
    }
  }

  /** The lock is held for the moments of a batch: it takes some looks to see it. */
  private Component relay() throws InterruptedException {
    long deadline = System.nanoTime() + RELAYING.toNanos();
    try {
      while (System.nanoTime() < deadline) {
        int holder = drillSite.relay();
        if (holder > 0) {
          return Component.server(holder);
        }
        TimeUnit.MILLISECONDS.sleep(1);
      }
      story.add("nobody was seen relaying");
    } catch (SQLException e) {
      story.add("the relay's instance is not known: " + e.getMessage());
    }
    return Component.SERVER;
  }

  private LocalStack machine() {
    return drillSite.machine();
  }

  private void tell(Component component, String what) {
    story.add(Instant.now() + " " + component.title() + " " + what);
  }
}
