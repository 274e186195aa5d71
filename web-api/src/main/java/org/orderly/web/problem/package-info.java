/**
 * Bodies as JSON, and whatever goes wrong as one kind of answer: a problem (RFC 9457).
 *
 * <p>Failures are translated here, once; a room only throws what the domain calls them. Of what
 * nobody foresaw the caller learns the request's id, and the log the rest.
 */
package org.orderly.web.problem;
