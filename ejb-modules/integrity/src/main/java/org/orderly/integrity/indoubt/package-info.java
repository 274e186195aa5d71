/**
 * Ends transactions that a crash cut in two, by the one row that decides them, and shows admins
 * what is in doubt.
 */
@NullMarked
package org.orderly.integrity.indoubt;

import org.jspecify.annotations.NullMarked;
