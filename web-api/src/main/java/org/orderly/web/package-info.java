/**
 * The edge: JAX-RS resources over the domains' use cases, and what every request meets on its way.
 *
 * <p>A resource reads the request, calls one use case and returns its record; it decides nothing
 * about the business. Whatever goes wrong becomes one kind of answer: a problem (RFC 9457).
 */
package org.orderly.web;
