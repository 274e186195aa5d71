/**
 * Orders of people without an account: how they are placed, who may see them by a link, and how an
 * account takes them over.
 *
 * <p>Publishes {@link org.orderly.ordering.guests.OrderAdopted}.
 */
@NullMarked
package org.orderly.ordering.guests;

import org.jspecify.annotations.NullMarked;
