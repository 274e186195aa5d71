/**
 * Takes goods back: what buyers want to return, what has come, and what became of it.
 *
 * <p>Publishes {@link org.orderly.ordering.returns.ReturnRequested}, {@link
 * org.orderly.ordering.returns.ReturnApproved}, {@link org.orderly.ordering.returns.ReturnRefused},
 * {@link org.orderly.ordering.returns.OrderReturned}, {@link
 * org.orderly.ordering.returns.ReturnRestocked}, {@link
 * org.orderly.ordering.returns.ReturnWrittenOff} and {@link
 * org.orderly.ordering.returns.ReturnCompleted}. Money is refunded by a request of its own.
 *
 * <p>Invariants: no more of a line is in returns than was shipped; each piece that was received is
 * put back into the stock or written off once, by a movement that names the return.
 */
@NullMarked
package org.orderly.ordering.returns;

import org.jspecify.annotations.NullMarked;
