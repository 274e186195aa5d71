/**
 * Where orders and their money meet after the checkout: orders that wait go on when the money has
 * come, are cancelled when it will not come or comes too late, and give money back.
 */
package org.orderly.ordering.settlement;
