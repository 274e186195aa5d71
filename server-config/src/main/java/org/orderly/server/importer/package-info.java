/**
 * Brings products from files into a running shop, through its HTTP API.
 *
 * <p>Files are read row by row and sent in batches, so that their size does not matter. Every row
 * stands for itself: what is wrong with one is told with its place in the file and stops no other.
 */
package org.orderly.server.importer;
