/**
 * Starts and stops the background jobs that belong to no domain: the relays of the outboxes and the
 * retention timer.
 *
 * <p>A module of its own because a full server finds enterprise beans in EJB modules only, while
 * the platform is a library that the cart, which is a library too, must see.
 */
package org.orderly.jobs;
