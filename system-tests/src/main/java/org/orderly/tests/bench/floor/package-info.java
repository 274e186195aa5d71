/** What the databases alone can do with the same commit protocol: the floor under a checkout. */
package org.orderly.tests.bench.floor;
