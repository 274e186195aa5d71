package org.orderly.payment.gateway;

import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.orderly.kernel.DomainException;

/**
 * The bulkhead, time-out, retries and circuit breaker of one gateway. A retry is safe, since every
 * call that moves money carries an idempotency key.
 *
 * <p>Each gateway has a bean class of its own that overrides {@link #ask}: MicroProfile keeps the
 * state of a circuit breaker and of a bulkhead per class and method, and a gateway that does not
 * respond must not stop calls to another one.
 */
@Retry(
    maxRetries = 2,
    delay = 200,
    jitter = 100,
    maxDuration = ResilientGateway.TRYING_MILLIS,
    abortOn = DomainException.class)
@CircuitBreaker(
    requestVolumeThreshold = 20,
    failureRatio = 0.5,
    delay = ResilientGateway.PAUSE_MILLIS,
    skipOn = DomainException.class)
@Timeout(ResilientGateway.ANSWER_MILLIS)
@Bulkhead(ResilientGateway.AT_ONCE)
public abstract class ResilientGateway {

  static final int PAUSE_MILLIS = 5_000;

  /** Above what the adapters themselves wait for an answer. */
  static final int ANSWER_MILLIS = 20_000;

  /** No further attempt starts after it: a caller waits. */
  static final int TRYING_MILLIS = 5_000;

  static final int AT_ONCE = 128;

  /** Calls the gateway: returns the result of the call. */
  public abstract <T> T ask(Supplier<T> call);
}
