/**
 * What the shop sells: products, in the categories of {@code category}, found by {@code search},
 * kept in {@code database}.
 *
 * <p>Answers what is on offer ({@link org.orderly.catalog.CatalogQueries}) and lets admins and
 * vendors change it ({@link org.orderly.catalog.ProductEditor}). Publishes {@link
 * org.orderly.catalog.ProductListed}, {@link org.orderly.catalog.ProductChanged} and {@link
 * org.orderly.catalog.ProductWithdrawn}. Calls no other domain: who conducts a sale asks it for
 * offers, and stock is counted elsewhere.
 *
 * <p>Always true: a live product's sku is its own; its price is positive; its quantity scale never
 * changes; a withdrawn product is on no list and in no offer.
 */
@NullMarked
package org.orderly.catalog;

import org.jspecify.annotations.NullMarked;
