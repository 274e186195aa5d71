/**
 * The lists in which buyers, vendors and admins find their orders, and the history of each; only
 * reads.
 */
@NullMarked
package org.orderly.ordering.overview;

import org.jspecify.annotations.NullMarked;
