/** The Orderly that a bench starts for itself, and what it still has to do after a load. */
package org.orderly.tests.bench.shop;
