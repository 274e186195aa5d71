/**
 * What every domain needs once: persistence, events, background jobs, idempotency, external
 * services, Redis.
 *
 * <p>Uses the kernel alone. Knows no domain: a domain hands in its own database and its own work.
 */
@NullMarked
package org.orderly.platform;

import org.jspecify.annotations.NullMarked;
