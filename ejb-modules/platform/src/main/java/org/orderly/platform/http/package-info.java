/**
 * Sends HTTP requests to external services: identity providers, payment gateways, webhook
 * receivers.
 *
 * <p>Limits what such a service may answer in the number and length of headers, in the bytes of the
 * body and in time. Publishes {@link org.orderly.platform.http.ExternalHttpClient}.
 */
@NullMarked
package org.orderly.platform.http;

import org.jspecify.annotations.NullMarked;
