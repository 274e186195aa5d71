/** The client of Redis: one bounded pool for each instance, behind a circuit breaker. */
package org.orderly.platform.redis;
