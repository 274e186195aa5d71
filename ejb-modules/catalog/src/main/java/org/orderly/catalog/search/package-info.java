/**
 * Finds products by words, filters and sorts, in the catalogue's own database: results follow a
 * commit at once.
 *
 * <p>{@link org.orderly.catalog.search.ProductSearch} answers lists. Words are cut by {@code
 * words}, as they are for the index.
 */
@NullMarked
package org.orderly.catalog.search;

import org.jspecify.annotations.NullMarked;
