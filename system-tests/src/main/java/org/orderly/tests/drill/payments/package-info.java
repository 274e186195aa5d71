/**
 * The drill of payments: each part is killed, and some are stopped, while cards are charged, money
 * is captured, given back and paid out. After each round everything must heal by itself, each
 * request must have had one effect, and the gateway's own books must be the shop's.
 */
package org.orderly.tests.drill.payments;
