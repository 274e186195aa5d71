/**
 * What programs that load a shop have in common: a client of the API, workers, latencies, and the
 * way into the databases.
 */
package org.orderly.tests.load;
