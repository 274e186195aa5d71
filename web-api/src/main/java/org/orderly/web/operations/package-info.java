/**
 * What those who run the shop look at: health checks and metrics.
 *
 * <p>Whatever they ask, they are answered within seconds, and asking often costs nothing: every
 * part is asked at most once a second.
 */
package org.orderly.web.operations;
