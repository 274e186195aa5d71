package org.orderly.platform.resilience;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.DomainException;

/**
 * The state of a circuit breaker: what calls of this instance have met at an external service:
 * whether its circuit breaker lets them through, and since when.
 *
 * <p>The breaker itself tells nobody, so its state is derived from what happens to calls: one that
 * it refuses says that it is open, one that succeeds that it is closed. When its pause is over the
 * next call is a trial, which is called half open; the breaker would let everybody through then,
 * but one is enough to find out, and who waits for a timeout meanwhile has waited for nothing.
 */
public final class CircuitBreakerState {

  /** The name of a state, as it is told outside. */
  public enum State {
    CLOSED,
    OPEN,
    HALF_OPEN
  }

  /**
   * @param reachable whether the last call that was let through was answered; true before the first
   * @param since when {@code reachable} became what it is
   * @param lastError the class of the last failure, without its words; {@code null} if none
   */
  public record Report(
      String name, State state, boolean reachable, Instant since, @Nullable String lastError) {}

  /** A call that may fail in a way of its own. */
  @FunctionalInterface
  public interface Guarded<T, E extends Exception> {
    T call() throws E;
  }

  /** A call was not tried: somebody else is finding out whether the service is back. */
  public static final class Spared extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private Spared(String name) {
      super(name + " is being tried by another call", null, false, false);
    }
  }

  private final String name;
  private final Duration pause;
  private final Class<? extends RuntimeException> refusal;
  private final Clock clock;
  private final AtomicBoolean onTrial = new AtomicBoolean();

  private volatile boolean open;
  private volatile boolean reachable = true;
  private Instant since;
  private @Nullable Instant opened;
  private @Nullable String lastError;

  /**
   * @param pause for how long the breaker lets nothing through once it has opened
   * @param refusal what the breaker throws then
   */
  public CircuitBreakerState(
      String name, Duration pause, Class<? extends RuntimeException> refusal) {
    this(name, pause, refusal, Clock.systemUTC());
  }

  CircuitBreakerState(
      String name, Duration pause, Class<? extends RuntimeException> refusal, Clock clock) {
    this.name = name;
    this.pause = pause;
    this.refusal = refusal;
    this.clock = clock;
    this.since = clock.instant();
  }

  /**
   * Makes a call through the breaker. A refusal for a reason of the business is an answer too.
   *
   * @throws Spared if the breaker is open and another call is on trial; everything that the call or
   *     the breaker throws is passed on
   */
  public <T, E extends Exception> T call(Guarded<T, E> guarded) throws E {
    boolean trial = open;
    if (trial && !onTrial.compareAndSet(false, true)) {
      throw new Spared(name);
    }
    try {
      T answer = guarded.call();
      answered();
      return answer;
    } catch (DomainException e) {
      answered();
      throw e;
    } catch (Exception e) {
      failed(e);
      throw e;
    } finally {
      if (trial) {
        onTrial.set(false);
      }
    }
  }

  public synchronized Report report() {
    boolean paused = open && opened != null && clock.instant().isBefore(opened.plus(pause));
    State state = paused ? State.OPEN : open ? State.HALF_OPEN : State.CLOSED;
    return new Report(name, state, reachable, since, lastError);
  }

  private void answered() {
    if (open || !reachable) {
      synchronized (this) {
        open = false;
        turn(true);
      }
    }
  }

  private synchronized void failed(Exception why) {
    if (refusal.isInstance(why)) {
      if (!open || opened == null) {
        opened = clock.instant();
      }
      open = true;
    } else {
      opened = clock.instant();
      lastError = (why.getCause() == null ? why : why.getCause()).getClass().getSimpleName();
      turn(false);
    }
  }

  private void turn(boolean reached) {
    if (reachable != reached) {
      reachable = reached;
      since = clock.instant();
    }
  }
}
