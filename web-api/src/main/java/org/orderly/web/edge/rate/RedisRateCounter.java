package org.orderly.web.edge.rate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.orderly.platform.redis.Redis;
import org.orderly.platform.redis.RedisUnavailable;
import org.orderly.web.edge.rate.RateLimit.Verdict;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/**
 * Counts for all instances together, in Redis: one script a request, by Redis' own clock, so that
 * neither races nor clocks that differ let anybody through.
 */
@ApplicationScoped
class RedisRateCounter {

  private static final String SCRIPT = read("gcra.lua");

  private final Redis redis;
  private volatile String digest;

  @Inject
  RedisRateCounter(Redis redis) {
    this.redis = redis;
  }

  /**
   * Counts a request and decides on it; if the connection was dead it may be counted twice.
   *
   * @throws RedisUnavailable if Redis does not answer
   */
  Verdict take(RateLimit limit, String caller) {
    List<String> keys = List.of("orderly:rate:" + limit.name() + ":{" + caller + "}");
    List<String> arguments =
        List.of(Long.toString(limit.interval()), Long.toString(limit.tolerance()));
    List<?> answer = (List<?>) redis.ask(client -> run(client, keys, arguments));
    long used = (Long) answer.get(1);
    long wait = (Long) answer.get(2);
    return new Verdict(limit, wait == 0, used, wait);
  }

  private Object run(RedisClient client, List<String> keys, List<String> arguments) {
    try {
      String known = digest;
      if (known != null) {
        return client.evalsha(known, keys, arguments);
      }
    } catch (JedisNoScriptException e) {
      // Redis was restarted
    }
    digest = client.scriptLoad(SCRIPT);
    return client.evalsha(digest, keys, arguments);
  }

  private static String read(String name) {
    try (InputStream script = RedisRateCounter.class.getResourceAsStream(name)) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
