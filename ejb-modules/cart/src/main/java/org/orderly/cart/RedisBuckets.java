package org.orderly.cart;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.json.bind.Jsonb;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.eclipse.jnosql.communication.Value;
import org.eclipse.jnosql.communication.driver.JsonbSupplier;
import org.eclipse.jnosql.communication.driver.ValueJSON;
import org.eclipse.jnosql.communication.keyvalue.BucketManager;
import org.eclipse.jnosql.communication.keyvalue.KeyValueEntity;
import org.orderly.platform.redis.Redis;
import org.orderly.platform.redis.RedisUnavailable;
import redis.clients.jedis.RedisClient;

/**
 * The Redis that Jakarta NoSQL writes to.
 *
 * <p>Stands in for the library's own, which shares one connection between all threads: here every
 * call takes a connection from a bounded pool. And a value is written only over the revision before
 * it, so that no writer undoes another's work.
 */
@Alternative
@Priority(Interceptor.Priority.APPLICATION)
@ApplicationScoped
class RedisBuckets implements BucketManager {

  private static final String BUCKET = "orderly:cart";

  /** Writes the value if it is the successor of what is there; nothing counts as revision 0. */
  private static final String WRITE_NEXT =
      """
      local present = redis.call('GET', KEYS[1])
      local revision = present and cjson.decode(present).revision or 0
      if cjson.decode(ARGV[1]).revision ~= revision + 1 then
        return 0
      end
      redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
      return 1
      """;

  private final Redis redis;
  private final Jsonb json = JsonbSupplier.getInstance().get();

  @Inject
  RedisBuckets(Redis redis) {
    this.redis = redis;
  }

  @Override
  public String name() {
    return BUCKET;
  }

  /**
   * @throws StaleCart if the value's revision does not follow the one that is there
   */
  @Override
  public void put(KeyValueEntity entity, Duration ttl) {
    String key = key(entity.key());
    String value = json.toJson(entity.value());
    String millis = String.valueOf(ttl.toMillis());
    Object written = asking(redis -> redis.eval(WRITE_NEXT, List.of(key), List.of(value, millis)));
    if (!Long.valueOf(1).equals(written)) {
      throw new StaleCart(key);
    }
  }

  @Override
  public void put(Iterable<KeyValueEntity> entities, Duration ttl) {
    entities.forEach(entity -> put(entity, ttl));
  }

  @Override
  public <K> Optional<Value> get(K key) {
    return Optional.ofNullable(asking(redis -> redis.get(key(key)))).map(ValueJSON::of);
  }

  @Override
  public <K> Iterable<Value> get(Iterable<K> keys) {
    return StreamSupport.stream(keys.spliterator(), false)
        .map(this::get)
        .flatMap(Optional::stream)
        .toList();
  }

  @Override
  public <K> void delete(K key) {
    asking(redis -> redis.del(key(key)));
  }

  @Override
  public <K> void delete(Iterable<K> keys) {
    keys.forEach(this::delete);
  }

  @Override
  public <K, V> void put(K key, V value) {
    throw forEver();
  }

  @Override
  public void put(KeyValueEntity entity) {
    throw forEver();
  }

  @Override
  public void put(Iterable<KeyValueEntity> entities) {
    throw forEver();
  }

  /** The connections are not ours alone. */
  @Override
  public void close() {}

  private static UnsupportedOperationException forEver() {
    return new UnsupportedOperationException("nothing is kept here for ever: give a time to live");
  }

  private static String key(Object id) {
    return BUCKET + ":" + id;
  }

  private <T> T asking(Function<RedisClient, T> question) {
    try {
      return redis.ask(question);
    } catch (RedisUnavailable e) {
      throw new CartUnavailable(e);
    }
  }
}
