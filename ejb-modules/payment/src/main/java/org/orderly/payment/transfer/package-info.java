/**
 * Bank transfers that pay invoices: what was received, and why it is refused.
 *
 * <p>Values and failures; {@link org.orderly.payment.Payments} books them.
 */
@NullMarked
package org.orderly.payment.transfer;

import org.jspecify.annotations.NullMarked;
