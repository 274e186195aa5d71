/** The client of Redis: one bounded pool for each instance, behind a circuit breaker. */
@NullMarked
package org.orderly.platform.redis;

import org.jspecify.annotations.NullMarked;
