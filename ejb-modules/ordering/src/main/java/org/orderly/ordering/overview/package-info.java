/**
 * The lists in which buyers, vendors and admins find their orders, and the history of each; only
 * reads.
 */
package org.orderly.ordering.overview;
