/**
 * What the shop sells: products of the catalogue and their stock, changed together or not at all.
 */
package org.orderly.listing;
