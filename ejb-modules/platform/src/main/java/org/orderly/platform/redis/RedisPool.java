package org.orderly.platform.redis;

import java.net.URI;
import java.time.Duration;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.util.JedisURIHelper;

/** How Redis is reached: quickly or not at all. */
final class RedisPool {

  private static final int CONNECTIONS = 32;
  private static final int CONNECT_MILLIS = 500;
  private static final int ANSWER_MILLIS = 1000;
  private static final Duration WAIT_FOR_CONNECTION = Duration.ofMillis(500);

  private RedisPool() {}

  /**
   * Opens nothing yet: Redis may come later.
   *
   * @param url {@code redis://user:password@host:port/database}, or {@code rediss:} for TLS
   */
  static RedisClient open(String url) {
    URI uri = URI.create(url);
    DefaultJedisClientConfig client =
        DefaultJedisClientConfig.builder()
            .user(JedisURIHelper.getUser(uri))
            .password(JedisURIHelper.getPassword(uri))
            .database(JedisURIHelper.getDBIndex(uri))
            .ssl(JedisURIHelper.isRedisSSLScheme(uri))
            .connectionTimeoutMillis(CONNECT_MILLIS)
            .socketTimeoutMillis(ANSWER_MILLIS)
            .clientName("orderly")
            .build();
    return RedisClient.builder()
        .hostAndPort(new HostAndPort(uri.getHost(), uri.getPort() < 0 ? 6379 : uri.getPort()))
        .clientConfig(client)
        .poolConfig(pool())
        .build();
  }

  private static ConnectionPoolConfig pool() {
    ConnectionPoolConfig pool = new ConnectionPoolConfig();
    pool.setMaxTotal(CONNECTIONS);
    pool.setMaxIdle(CONNECTIONS);
    pool.setMaxWait(WAIT_FOR_CONNECTION);
    pool.setJmxEnabled(false);
    return pool;
  }
}
