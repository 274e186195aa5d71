/**
 * The daily comparison of what the gateway says it moved with what the ledger says.
 *
 * <p>Made once a day by one instance, kept, and made anew whenever an admin wants. It changes
 * nothing: a difference is for people to find out about.
 */
@NullMarked
package org.orderly.payment.reconciliation;

import org.jspecify.annotations.NullMarked;
