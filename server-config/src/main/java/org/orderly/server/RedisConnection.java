package org.orderly.server;

import java.io.IOException;
import java.net.URI;
import org.orderly.server.setup.LaunchFailure;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.Connection;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.util.JedisURIHelper;

/** Finds out whether a Redis server lets us in. */
final class RedisConnection {
  private static final int DEFAULT_PORT = 6379;
  private static final int TIMEOUT_MILLIS = 5_000;

  private RedisConnection() {}

  /** True when the server took the user and answers; a refused user is an exception. */
  static boolean greet(URI url) throws IOException {
    int port = url.getPort() < 0 ? DEFAULT_PORT : url.getPort();
    try (Connection connection =
        new Connection(new HostAndPort(url.getHost(), port), config(url))) {
      return connection.ping();
    } catch (JedisException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static JedisClientConfig config(URI url) {
    // with TLS, the certificate is checked against the host by default
    return DefaultJedisClientConfig.builder()
        .timeoutMillis(TIMEOUT_MILLIS)
        .user(JedisURIHelper.getUser(url))
        .password(JedisURIHelper.getPassword(url))
        .ssl(JedisURIHelper.isRedisSSLScheme(url))
        // no HELLO, which servers before version 6 do not know
        .serverDefaultProtocol()
        .clientSetInfoConfig(ClientSetInfoConfig.DISABLED)
        .build();
  }

  /** For a server outside: in words what is wrong, and which variable to set. */
  static void check(String url) {
    try {
      URI uri = URI.create(url);
      if (uri.getHost() == null || !String.valueOf(uri.getScheme()).matches("rediss?")) {
        throw new LaunchFailure(
            "ORDERLY_REDIS_URL must look like redis://user:password@host:port.");
      }
      greet(uri);
    } catch (IllegalArgumentException e) {
      throw new LaunchFailure("ORDERLY_REDIS_URL must look like redis://user:password@host:port.");
    } catch (IOException e) {
      throw new LaunchFailure(
          "Redis does not let us in (" + e.getMessage() + "). Set ORDERLY_REDIS_URL.");
    }
  }
}
