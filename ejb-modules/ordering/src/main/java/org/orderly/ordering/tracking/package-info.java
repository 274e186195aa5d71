/**
 * Tells what happens to an order while it happens, to those who keep a connection open for it.
 *
 * <p>What is told are the committed steps of the order, read from the database, so that any
 * instance can tell them and a listener who was cut off goes on where it was. One thread an
 * instance looks for all of its listeners at once, and only while there are any.
 */
@NullMarked
package org.orderly.ordering.tracking;

import org.jspecify.annotations.NullMarked;
