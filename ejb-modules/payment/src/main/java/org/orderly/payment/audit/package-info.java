/** Read models of payments for the integrity checks; some orders at a time. */
package org.orderly.payment.audit;
