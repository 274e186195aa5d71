/**
 * How orders may be paid, and where money goes that comes back: what buyers choose, and the plan
 * that is made of it when all has been asked.
 */
@NullMarked
package org.orderly.payment.method;

import org.jspecify.annotations.NullMarked;
