package org.orderly.identity.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.orderly.identity.token.AccessTokens;
import org.orderly.platform.redis.Redis;
import org.orderly.platform.redis.RedisUnavailable;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.params.SetParams;

/**
 * The copy of the denied sessions in Redis.
 *
 * <p>It counts while a mark in Redis says that it is whole. Instances renew the mark each time they
 * have brought over what the database knows, and it goes by itself soon after nobody does. An
 * instance that had no answer trusts nothing before it has brought everything over itself.
 */
@ApplicationScoped
class RedisRevokedSessions {

  /** As long as a token may be used, and a minute for clocks that differ. */
  static final Duration REMEMBERED = AccessTokens.LIFETIME.plusMinutes(1);

  private static final String WHOLE = "orderly:denied:whole";
  private static final String COPIED_INTO = "orderly:denied:copied-into";
  private static final String SESSION = "orderly:denied:session:";
  private static final Duration MARK = Duration.ofSeconds(3);
  private static final Pattern RUN_ID = Pattern.compile("run_id:(\\w+)");

  private final Redis redis;
  private final AtomicLong failures = new AtomicLong();
  private volatile boolean trusted;

  @Inject
  RedisRevokedSessions(Redis redis) {
    this.redis = redis;
  }

  /** Whether a session is denied; empty if Redis cannot be relied on. */
  Optional<Boolean> holds(UUID session) {
    if (!trusted) {
      return Optional.empty();
    }
    try {
      List<String> answer = redis.ask(client -> client.mget(WHOLE, SESSION + session));
      return answer.get(0) == null ? Optional.empty() : Optional.of(answer.get(1) != null);
    } catch (RedisUnavailable e) {
      distrust();
      return Optional.empty();
    }
  }

  /** Adds a session; if that fails, the next copy does. */
  void add(UUID session) {
    try {
      redis.ask(client -> client.set(SESSION + session, "", lasting()));
    } catch (RedisUnavailable e) {
      distrust();
    }
  }

  /**
   * Whether this Redis, since its process started, was given everything; one that restarted may
   * have lost its last second.
   *
   * @throws RedisUnavailable if it does not answer
   */
  boolean hasEverything() {
    String run = runId();
    return run.equals(redis.ask(client -> client.get(COPIED_INTO)));
  }

  /**
   * Adds what the database knows and renews the mark.
   *
   * @throws RedisUnavailable if Redis does not answer; then it is trusted no longer
   */
  void copy(Collection<UUID> denied) {
    long before = failures.get();
    try {
      String run = runId();
      redis.ask(
          client -> {
            try (AbstractPipeline pipeline = client.pipelined()) {
              denied.forEach(session -> pipeline.set(SESSION + session, "", lasting()));
              pipeline.set(COPIED_INTO, run);
              pipeline.set(WHOLE, "", SetParams.setParams().px(MARK.toMillis()));
              pipeline.sync();
              return null;
            }
          });
    } catch (RedisUnavailable e) {
      distrust();
      throw e;
    }
    // somebody had no answer while we copied: what they wanted to add may not be among it
    trusted = failures.get() == before;
  }

  private String runId() {
    Matcher found = RUN_ID.matcher(redis.ask(client -> client.info("server")));
    return found.find() ? found.group(1) : "";
  }

  private void distrust() {
    failures.incrementAndGet();
    trusted = false;
  }

  private static SetParams lasting() {
    return SetParams.setParams().px(REMEMBERED.toMillis());
  }
}
