package org.orderly.platform.idempotency;

/**
 * What a request is answered.
 *
 * @param replayed whether this is the answer to an earlier request with the same key
 */
public record IdempotentResult<T>(T value, boolean replayed) {}
