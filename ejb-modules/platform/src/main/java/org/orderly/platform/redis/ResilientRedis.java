package org.orderly.platform.redis;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.SocketTimeoutException;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * The way to Redis behind its circuit breaker.
 *
 * <p>Time is limited by the sockets and the number of calls by the pool, so neither has a guard of
 * its own here; a timer for each call would cost more than the call.
 */
@ApplicationScoped
class ResilientRedis {

  /** How long nothing is tried once the breaker is open. */
  static final int PAUSE_MILLIS = 1500;

  private final RedisClient client;

  @Inject
  ResilientRedis(@ConfigProperty(name = "orderly.redis.url") String url) {
    this.client = RedisPool.open(url);
  }

  /**
   * Asks, and asks again if the connection turned out to be dead, which after a restart of Redis
   * all idle ones are. Testing each connection before its use would cost a call, and a caller would
   * wait for as many timeouts as there are idle connections when Redis hangs.
   */
  @CircuitBreaker(
      requestVolumeThreshold = 4,
      failureRatio = 0.5,
      delay = PAUSE_MILLIS,
      failOn = RedisUnavailable.class)
  <T> T ask(Function<RedisClient, T> question) {
    try {
      return question.apply(client);
    } catch (JedisConnectionException e) {
      client.getPool().clear();
      if (e.getCause() instanceof SocketTimeoutException) {
        throw new RedisUnavailable(e);
      }
    } catch (JedisException e) {
      throw new RedisUnavailable(e);
    }
    try {
      return question.apply(client);
    } catch (JedisException e) {
      throw new RedisUnavailable(e);
    }
  }

  @PreDestroy
  void close() {
    client.close();
  }
}
