/**
 * Request bodies: framing that every proxy understands alike, and a minimum rate for what clients
 * send.
 *
 * <p>Public is {@link org.orderly.web.edge.body.RequestFramingFilter} alone, the filter that {@code
 * web.xml} names. However slowly clients send, most request threads stay free for others.
 */
package org.orderly.web.edge.body;
