/**
 * Fills the tables of a shop with orders of the past, so that a bench can show what an order costs
 * when there are many.
 */
package org.orderly.tests.bench.history;
