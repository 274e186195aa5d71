package org.orderly.web.edge.rate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.faulttolerance.Fallback;
import org.orderly.platform.redis.RedisUnavailable;
import org.orderly.web.edge.rate.RateLimit.Verdict;

/** Counts requests for all instances together, or for this one alone while Redis is away. */
@ApplicationScoped
class RateLimiter {

  private final RedisRateCounter shared;
  private final LocalRateCounter local = new LocalRateCounter(System::nanoTime);

  @Inject
  RateLimiter(RedisRateCounter shared) {
    this.shared = shared;
  }

  @Fallback(fallbackMethod = "takeHere", applyOn = RedisUnavailable.class)
  Verdict take(RateLimit limit, String caller) {
    return shared.take(limit, caller);
  }

  Verdict takeHere(RateLimit limit, String caller) {
    return local.take(limit, caller);
  }
}
