/**
 * Ends transactions that a crash cut in two, by the one row that decides them, and shows admins
 * what is in doubt.
 */
package org.orderly.integrity.indoubt;
