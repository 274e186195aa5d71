/**
 * Transfers of goods between stock locations. Sent goods leave one location and are in transit
 * until they are received at the other or the transfer is cancelled; each step is one transaction.
 */
@NullMarked
package org.orderly.inventory.transfer;

import org.jspecify.annotations.NullMarked;
