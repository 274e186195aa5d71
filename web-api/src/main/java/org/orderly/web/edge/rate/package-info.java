/**
 * The rate limit: how many requests a minute each user or address may send.
 *
 * <p>Public is {@link org.orderly.web.edge.rate.RateLimits} alone, the filter that {@code web.xml}
 * names. The counts are those of all instances together, in Redis ({@code gcra.lua}); while Redis
 * does not answer, each instance counts for itself, so that there is always a limit.
 */
package org.orderly.web.edge.rate;
