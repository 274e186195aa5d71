/**
 * The crash drill: an Orderly of its own, under load, loses a part of itself at a random moment,
 * round after round; after each round order, stock, money and messages must agree, with each other
 * and with what every client was told.
 */
package org.orderly.tests.drill;
