package org.orderly.tests.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orderly.tests.support.ConcurrentShoppers;
import org.orderly.tests.support.RunningShop;
import redis.clients.jedis.RedisClient;

/** The script that counts requests, in the shop's own Redis, as instances run it. */
@ExtendWith(RunningShop.class)
class RateLimitScriptIT {

  private static final int PER_MINUTE = 30;
  private static final long INTERVAL = 60_000_000 / PER_MINUTE;
  private static final List<String> ARGUMENTS =
      List.of(Long.toString(INTERVAL), Long.toString(INTERVAL * PER_MINUTE));

  private static String script;

  private final String key = "orderly:rate:test:{" + UUID.randomUUID() + "}";

  @BeforeAll
  static void read() throws IOException {
    try (InputStream file =
        RateLimitScriptIT.class.getResourceAsStream("/org/orderly/web/edge/rate/gcra.lua")) {
      script = new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static RedisClient instance() {
    return RedisClient.create(URI.create(RunningShop.environment().get("ORDERLY_REDIS_URL")));
  }

  private List<?> take(RedisClient instance) {
    return (List<?>) instance.eval(script, List.of(key), ARGUMENTS);
  }

  @Test
  void admitsOneQuotaThroughAllInstancesTogether() {
    try (RedisClient one = instance();
        RedisClient other = instance()) {
      long begin = System.nanoTime();
      List<Long> admitted =
          ConcurrentShoppers.of(
              8, number -> admitted(number % 2 == 0 ? one : other, 2 * PER_MINUTE / 8));
      long seconds = (System.nanoTime() - begin) / 1_000_000_000;
      assertThat(admitted.stream().mapToLong(Long::longValue).sum())
          .isBetween((long) PER_MINUTE, PER_MINUTE + 1 + seconds * PER_MINUTE / 60);

      List<?> refused = take(other);
      assertThat(refused.get(0)).isEqualTo(0L);
      assertThat((Long) refused.get(1)).isBetween(58_000_000L, 60_000_000L);
      assertThat((Long) refused.get(2)).isBetween(1L, INTERVAL);
    }
  }

  @Test
  void keepsNothingLongerThanItMatters() {
    try (RedisClient instance = instance()) {
      take(instance);
      assertThat(instance.pttl(key)).isBetween(1L, INTERVAL / 1_000);
      take(instance);
      assertThat(instance.pttl(key)).isBetween(INTERVAL / 1_000, 2 * INTERVAL / 1_000);
    }
  }

  private long admitted(RedisClient instance, int requests) {
    long admitted = 0;
    for (int i = 0; i < requests; i++) {
      admitted += (Long) take(instance).get(0);
    }
    return admitted;
  }
}
