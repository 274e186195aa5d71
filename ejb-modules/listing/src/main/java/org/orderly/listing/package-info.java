/**
 * What the shop sells: products of the catalogue and their stock, changed together or not at all.
 */
@NullMarked
package org.orderly.listing;

import org.jspecify.annotations.NullMarked;
