package org.orderly.redis;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.SocketTimeoutException;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;

/** The Redis of the shop. Each question takes a connection from the pool and gives it back. */
@ApplicationScoped
public class Redis {

  private final RedisClient client;

  @Inject
  Redis(@ConfigProperty(name = "orderly.redis.url") String url) {
    this.client = RedisPool.open(url);
  }

  /**
   * Asks Redis, and asks again if the connection turned out to be dead, which after a restart of
   * Redis all idle ones are: so a question must bear being asked twice. Testing each connection
   * before its use would cost a call, and a caller would wait for as many timeouts as there are
   * idle connections when Redis hangs.
   *
   * @throws RedisUnavailable if there is no answer within about a second, or it is an error
   */
  public <T> T ask(Function<RedisClient, T> question) {
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
