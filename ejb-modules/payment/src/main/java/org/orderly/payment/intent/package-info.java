/**
 * Money that is reserved on cards for orders which are about to be placed.
 *
 * <p>An intent is stored before the gateway is asked and placed in the transaction of its order;
 * what is not placed in time is given up at the gateway. The row decides: whoever changes it first
 * wins, and an authorization that an order was placed on is never given up by this package.
 */
@NullMarked
package org.orderly.payment.intent;

import org.jspecify.annotations.NullMarked;
