/**
 * What buyers' banks took back, and until when the shop can answer for it: the admins' list of
 * tasks. Knows no payment; whoever hears of a dispute moves the payment and the money.
 */
@NullMarked
package org.orderly.payment.dispute;

import org.jspecify.annotations.NullMarked;
