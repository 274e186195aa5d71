/**
 * Answers a repeated request with the answer of the first one.
 *
 * <p>The key is claimed in the transaction of the request's effect: a replay returns the first
 * answer, the same key with another request is refused, and so is a key whose first request is
 * still in flight.
 */
@NullMarked
package org.orderly.platform.idempotency;

import org.jspecify.annotations.NullMarked;
