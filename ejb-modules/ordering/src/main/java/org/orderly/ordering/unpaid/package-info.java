/**
 * Limits of the stock that orders reserve before they are paid: by buyer, by network address and by
 * product. Checkout and edit lock, count and refuse in their own transactions.
 */
@NullMarked
package org.orderly.ordering.unpaid;

import org.jspecify.annotations.NullMarked;
