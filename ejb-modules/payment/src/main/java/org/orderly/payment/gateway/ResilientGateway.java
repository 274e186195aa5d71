package org.orderly.payment.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.orderly.kernel.DomainException;

/**
 * The way to a gateway: so many calls at once, each for so long, again if one fails, and none for a
 * while once most have failed. To call again is safe, since every call that moves money is named by
 * a key that the gateway knows again.
 */
@ApplicationScoped
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
class ResilientGateway {

  static final int PAUSE_MILLIS = 5_000;

  /** Above what the adapters themselves wait for an answer. */
  static final int ANSWER_MILLIS = 20_000;

  /** No further try is begun after it: somebody is waiting at the other end. */
  static final int TRYING_MILLIS = 5_000;

  static final int AT_ONCE = 128;

  <T> T ask(Supplier<T> question) {
    return question.get();
  }
}
