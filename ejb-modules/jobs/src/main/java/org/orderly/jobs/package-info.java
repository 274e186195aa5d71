/**
 * Starts and stops all background jobs, and declares those that belong to no domain: the relays of
 * the outboxes and the retention.
 *
 * <p>A module of its own because a full server finds enterprise beans in EJB modules only, while
 * the platform is a library that the cart, which is a library too, must see.
 */
@NullMarked
package org.orderly.jobs;

import org.jspecify.annotations.NullMarked;
