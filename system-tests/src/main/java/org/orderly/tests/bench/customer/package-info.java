/** Customers and products of the shop that a bench measures. */
package org.orderly.tests.bench.customer;
