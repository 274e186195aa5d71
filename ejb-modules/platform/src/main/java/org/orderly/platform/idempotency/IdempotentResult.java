package org.orderly.platform.idempotency;

/**
 * The result of a request, first or replayed.
 *
 * @param replayed whether this is the answer to an earlier request with the same key
 */
public record IdempotentResult<T>(T value, boolean replayed) {}
