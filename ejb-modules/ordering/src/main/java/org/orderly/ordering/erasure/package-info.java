/**
 * What the records no longer tell of people who are forgotten. Hears of them by their event; the
 * orders stay, with the buyer's id.
 */
@NullMarked
package org.orderly.ordering.erasure;

import org.jspecify.annotations.NullMarked;
