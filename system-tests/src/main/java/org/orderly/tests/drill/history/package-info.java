/**
 * Checks whether the calls of all clients, as the clients saw them, can be explained by one order
 * of events per product and per wallet. Knows neither HTTP nor SQL.
 */
package org.orderly.tests.drill.history;
