package org.orderly.ordering;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;
import org.eclipse.jnosql.communication.Value;
import org.eclipse.jnosql.communication.driver.JsonbSupplier;
import org.eclipse.jnosql.communication.driver.ValueJSON;
import org.eclipse.jnosql.communication.keyvalue.BucketManager;
import org.eclipse.jnosql.communication.keyvalue.KeyValueEntity;

/** Keeps the carts of database tests in memory, as JSON, in the place of Redis. */
@Alternative
@Priority(5000)
@ApplicationScoped
class MemoryBuckets implements BucketManager {

  private final Map<String, String> values = new ConcurrentHashMap<>();

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public void put(KeyValueEntity entity) {
    put(entity.key(), entity.value());
  }

  @Override
  public <K, V> void put(K key, V value) {
    values.put(key.toString(), JsonbSupplier.getInstance().get().toJson(value));
  }

  @Override
  public void put(KeyValueEntity entity, Duration ttl) {
    put(entity);
  }

  @Override
  public void put(Iterable<KeyValueEntity> entities) {
    entities.forEach(this::put);
  }

  @Override
  public void put(Iterable<KeyValueEntity> entities, Duration ttl) {
    entities.forEach(this::put);
  }

  @Override
  public <K> Optional<Value> get(K key) {
    return Optional.ofNullable(values.get(key.toString())).map(ValueJSON::of);
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
    values.remove(key.toString());
  }

  @Override
  public <K> void delete(Iterable<K> keys) {
    keys.forEach(this::delete);
  }

  @Override
  public void close() {
    // nothing is open
  }
}
