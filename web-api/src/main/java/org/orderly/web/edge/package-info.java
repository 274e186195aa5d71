/**
 * The front door: what every request meets before it reaches a resource.
 *
 * <p>The order of the filters stands in {@code web.xml}. They know nothing of the business, and
 * leave words to the error page: a filter that refuses a request only says with which status.
 * {@code edge.rate} limits how often clients call, {@code edge.body} how slowly they send; neither
 * is called by this package.
 */
package org.orderly.web.edge;
