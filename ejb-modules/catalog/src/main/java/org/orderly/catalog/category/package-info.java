/**
 * The tree of categories: its paths, who changes it and how it is read.
 *
 * <p>Publishes {@link org.orderly.catalog.category.CategoryCreated}, {@link
 * org.orderly.catalog.category.CategoryChanged} and {@link
 * org.orderly.catalog.category.CategoryDeleted}. Knows no product but that one may be in a
 * category.
 *
 * <p>Always true: no two categories have one path; a category is not below itself.
 */
@NullMarked
package org.orderly.catalog.category;

import org.jspecify.annotations.NullMarked;
