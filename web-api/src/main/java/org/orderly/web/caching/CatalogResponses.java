package org.orderly.web.caching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.jspecify.annotations.Nullable;
import org.orderly.catalog.database.CatalogRevision;
import org.orderly.platform.persistence.DatabaseUnavailable;

/**
 * The catalogue's responses: found in the cache if nothing has changed since they were read, else
 * read. They are at most a second behind the database, and never behind what this instance itself
 * has changed.
 */
@ApplicationScoped
public class CatalogResponses {

  private static final int MAX_ENTRIES = 20_000;

  private final CatalogRevision revision;
  private final MetricRegistry registry;
  private final ResponseCache cache;
  private final Counter hits;
  private final Counter misses;
  private final Counter bypasses;

  @Inject
  CatalogResponses(
      CatalogRevision revision,
      MetricRegistry registry,
      @ConfigProperty(name = "orderly.catalog.cache.mebibytes", defaultValue = "32")
          int mebibytes) {
    this.revision = revision;
    this.registry = registry;
    this.cache = new ResponseCache(MAX_ENTRIES, (long) mebibytes << 20);
    this.hits = registry.counter(metric("hits", "Catalogue responses found in the cache"));
    this.misses = registry.counter(metric("misses", "Catalogue responses read for the cache"));
    this.bypasses =
        registry.counter(metric("bypasses", "Catalogue responses read past the cache on request"));
  }

  private static Metadata metric(String name, String description) {
    return Metadata.builder()
        .withName("orderly_catalog_cache_" + name)
        .withDescription(description)
        .build();
  }

  void register(@Observes @Initialized(ApplicationScoped.class) Object started) {
    registry.gauge(
        metric("changes", "How often all cached responses became outdated"), revision::changes);
    registry.gauge(metric("entries", "Entries of the cache"), cache::entries);
    registry.gauge(metric("bytes", "Bytes that the cache keeps"), cache::bytes);
  }

  /**
   * The response for a request.
   *
   * @param cacheControl the request's header; with {@code no-cache} or {@code no-store} the cache
   *     takes no part. {@code null} if there is none
   * @param key says all that the response depends on; equal keys have equal responses
   * @param source reads the catalogue
   */
  public Response answer(
      @Nullable String cacheControl, Object key, Supplier<CachedResponse> source) {
    boolean bypass = asksPastCaches(cacheControl);
    if (bypass) {
      bypasses.inc();
    }
    CachedResponse response = bypass ? source.get() : get(key, source);
    return Response.ok(new KeyedResponse(key, response)).build();
  }

  private CachedResponse get(Object key, Supplier<CachedResponse> source) {
    long now = revision.current();
    CachedResponse known = found(cache.find(key, now));
    if (known != null) {
      return known;
    }
    misses.inc();
    return cache.read(key, now, source);
  }

  private @Nullable CachedResponse found(@Nullable CachedResponse known) {
    if (known != null) {
      hits.inc();
    }
    return known;
  }

  /**
   * The response for a request that has been answered before.
   *
   * @return {@code null} if there is none, or if it cannot be known whether it is current
   */
  @Nullable CachedResponse find(String request) {
    try {
      return found(cache.find(request, revision.current()));
    } catch (DatabaseUnavailable e) {
      // the resource says so
      return null;
    }
  }

  /** Notes which key a request has, so that its likes need not be read for it. */
  void remember(String request, Object key) {
    cache.alias(request, key);
  }

  private static boolean asksPastCaches(@Nullable String cacheControl) {
    if (cacheControl == null) {
      return false;
    }
    String directives = cacheControl.toLowerCase(Locale.ROOT);
    return directives.contains("no-cache") || directives.contains("no-store");
  }
}
