/** What is shown of payments, to buyers at their orders and to admins in a list. */
@NullMarked
package org.orderly.payment.overview;

import org.jspecify.annotations.NullMarked;
