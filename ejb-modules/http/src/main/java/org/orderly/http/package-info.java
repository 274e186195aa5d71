/**
 * HTTP requests to external services: identity providers, payment gateways, webhook receivers.
 *
 * <p>Whatever such a service answers is limited in the number and length of headers, in the bytes
 * of the body and in time. Publishes {@link org.orderly.http.ExternalHttpClient}; calls no other
 * module.
 */
package org.orderly.http;
