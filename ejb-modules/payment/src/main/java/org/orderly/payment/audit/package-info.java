/** Read models of payments for the integrity checks; some orders at a time. */
@NullMarked
package org.orderly.payment.audit;

import org.jspecify.annotations.NullMarked;
