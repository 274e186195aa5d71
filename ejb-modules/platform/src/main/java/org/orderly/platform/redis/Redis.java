package org.orderly.platform.redis;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Function;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.orderly.platform.resilience.CircuitBreakerState;
import redis.clients.jedis.RedisClient;

/** The Redis of the shop. Each question takes a connection from the pool and gives it back. */
@ApplicationScoped
public class Redis {

  private final CircuitBreakerState service =
      new CircuitBreakerState(
          "redis",
          Duration.ofMillis(ResilientRedis.PAUSE_MILLIS),
          CircuitBreakerOpenException.class);

  private final ResilientRedis line;

  @Inject
  Redis(ResilientRedis line) {
    this.line = line;
  }

  @Produces
  @Singleton
  CircuitBreakerState service() {
    return service;
  }

  /**
   * Asks Redis; a question must bear being asked twice, since the first connection may be dead.
   * After two failures in a row nothing is asked for a moment, and then by one caller at a time
   * until there is an answer.
   *
   * @throws RedisUnavailable at once if Redis did not answer lately; else if there is no answer
   *     within about a second, or it is an error
   */
  public <T> T ask(Function<RedisClient, T> question) {
    try {
      return service.call(() -> line.ask(question));
    } catch (CircuitBreakerOpenException | CircuitBreakerState.Spared e) {
      throw new RedisUnavailable(e);
    }
  }
}
