package org.orderly.catalog.search;

import java.time.Instant;

/**
 * A search that found nothing.
 *
 * @param words folded, as they are looked for
 * @param searches how often; the same search from the cache does not count again
 */
public record SearchMiss(String words, long searches, Instant lastAt) {}
