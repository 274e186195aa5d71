/**
 * The edge: JAX-RS resources over the domains' use cases, a room for each part of the business, and
 * what every request meets on its way.
 *
 * <p>A resource reads the request, calls one use case and returns its record; it decides nothing
 * about the business. Rooms lean on {@code request} (who asks, and how) and {@code problem} (what
 * went wrong); those lean on none of them.
 */
package org.orderly.web;
