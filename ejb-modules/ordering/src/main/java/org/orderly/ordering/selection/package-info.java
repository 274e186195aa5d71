/**
 * Selects lines of an order that an actor handles, for shipments and returns: each product once, no
 * line of another vendor, no more than remains.
 */
@NullMarked
package org.orderly.ordering.selection;

import org.jspecify.annotations.NullMarked;
