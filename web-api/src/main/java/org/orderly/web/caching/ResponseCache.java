package org.orderly.web.caching;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Responses by their keys, bounded in number and in bytes.
 *
 * <p>An entry belongs to the revision at which its reading began, and is found at that revision
 * only: what was read before a change and finished after it is never served after it. However many
 * ask for a response that is missing, one of them reads it.
 *
 * <p>An alias leads to a key at every revision. If there are too many, those go first that belong
 * to an older revision or were not asked for lately (second chance). Finding takes no lock.
 */
final class ResponseCache {

  /** What an entry takes besides its bytes and its key, roughly. */
  private static final int OVERHEAD = 200;

  /** A single response may take this part of the memory at most. */
  private static final int LARGEST_PART = 8;

  private final int maxEntries;
  private final long maxBytes;
  private final ConcurrentMap<Object, Entry> entries = new ConcurrentHashMap<>();
  private final ConcurrentMap<Object, Reading> readings = new ConcurrentHashMap<>();

  /** Each key once, the next to go first; guarded by this, as are the bytes and the revision. */
  private final Deque<Object> order = new ArrayDeque<>();

  private long bytes;
  private long newest = Long.MIN_VALUE;

  /**
   * @param maxBytes 0 to keep nothing
   */
  ResponseCache(int maxEntries, long maxBytes) {
    this.maxEntries = maxEntries;
    this.maxBytes = maxBytes;
  }

  private static final class Entry {

    private final @Nullable CachedResponse response;
    private final @Nullable Object target;
    private final long revision;
    private final int weight;
    private volatile boolean used;

    /**
     * @param response {@code null} for an alias
     * @param target {@code null} unless this is an alias
     */
    Entry(@Nullable CachedResponse response, @Nullable Object target, long revision, int weight) {
      this.response = response;
      this.target = target;
      this.revision = revision;
      this.weight = weight;
    }

    void use() {
      if (!used) {
        used = true;
      }
    }
  }

  /** A reading that is under way. */
  private record Reading(long revision, CompletableFuture<CachedResponse> result) {

    CachedResponse await() {
      try {
        return result.join();
      } catch (CompletionException e) {
        if (e.getCause() instanceof RuntimeException failure) {
          throw failure;
        }
        throw e;
      }
    }
  }

  /** The response that was read at this revision; {@code null} if there is none. */
  @Nullable CachedResponse find(Object key, long revision) {
    Entry entry = entries.get(key);
    if (entry != null && entry.target != null) {
      entry.use();
      entry = entries.get(entry.target);
    }
    if (entry == null || entry.revision != revision) {
      return null;
    }
    entry.use();
    return entry.response;
  }

  /**
   * Reads a response, or waits for who is reading it since this revision or a later one.
   *
   * @param revision was current before this call
   */
  CachedResponse read(Object key, long revision, Supplier<CachedResponse> source) {
    Reading own = new Reading(revision, new CompletableFuture<>());
    Reading reading =
        readings.merge(key, own, (other, mine) -> other.revision >= revision ? other : mine);
    if (reading != own) {
      return reading.await();
    }
    try {
      CachedResponse known = find(key, revision);
      CachedResponse response = known == null ? source.get() : known;
      if (known == null) {
        put(key, response, null, revision, response.size());
      }
      own.result.complete(response);
      return response;
    } catch (RuntimeException | Error e) {
      own.result.completeExceptionally(e);
      throw e;
    } finally {
      readings.remove(key, own);
    }
  }

  /** Lets the responses of a key be found by another key as well, also those read later. */
  void alias(Object alias, Object key) {
    Entry known = entries.get(alias);
    if (known == null || !key.equals(known.target)) {
      put(alias, null, key, Long.MAX_VALUE, 0);
    }
  }

  private synchronized void put(
      Object key,
      @Nullable CachedResponse response,
      @Nullable Object target,
      long revision,
      int size) {
    int weight = size + OVERHEAD + 2 * key.toString().length();
    Entry old = entries.get(key);
    if (weight > maxBytes / LARGEST_PART || old != null && old.revision > revision) {
      return;
    }
    if (target == null) {
      newest = Math.max(newest, revision);
    }
    entries.put(key, new Entry(response, target, revision, weight));
    bytes += weight;
    if (old == null) {
      order.add(key);
    } else {
      bytes -= old.weight;
    }
    evict();
  }

  private void evict() {
    while (order.size() > maxEntries || bytes > maxBytes) {
      Object key = order.remove();
      Entry entry = Objects.requireNonNull(entries.get(key), "a key without an entry");
      if (entry.used && entry.revision >= newest) {
        entry.used = false;
        order.add(key);
      } else {
        entries.remove(key);
        bytes -= entry.weight;
      }
    }
  }

  int entries() {
    return entries.size();
  }

  synchronized long bytes() {
    return bytes;
  }
}
