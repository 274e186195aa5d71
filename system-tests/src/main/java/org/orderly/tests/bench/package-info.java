/**
 * Measures what a checkout costs: {@code ./orderly bench checkout}.
 *
 * <p>It starts an Orderly of its own with all parts real, drives it over HTTP, and counts what each
 * part used for it. Beside that it runs the same protocol in bare SQL, the floor under all that the
 * shop does on top.
 */
package org.orderly.tests.bench;
