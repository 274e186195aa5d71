/** What is shown of payments, to buyers at their orders and to admins in a list. */
package org.orderly.payment.overview;
