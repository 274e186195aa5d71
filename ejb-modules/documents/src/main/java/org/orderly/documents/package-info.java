/**
 * The papers of an order: its invoice and its packing slips, as PDF.
 *
 * <p>An invoice is issued once, when it is first asked for or when something of the order is
 * shipped, whichever comes first; what it says is frozen then. Its number is the next one of its
 * year: the row that counts is changed in the same transaction of the ordering database that writes
 * the invoice, so that there is no number without an invoice, whatever dies when. A packing slip
 * says what is true when it is printed.
 */
@NullMarked
package org.orderly.documents;

import org.jspecify.annotations.NullMarked;
