/**
 * What those who run the shop look at and act on: health checks and metrics, invariants, the broker
 * and its dead letters, transactions in doubt.
 *
 * <p>Whatever they ask, they are answered within seconds, and asking for health or metrics often
 * costs nothing: every part is asked at most once a second.
 */
package org.orderly.web.operations;
