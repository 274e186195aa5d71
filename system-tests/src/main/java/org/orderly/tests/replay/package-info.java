/**
 * Replays the order lines of a real shop through the API of a running Orderly, many clients at
 * once, takes back what its cancellations took back, and proves from the databases that the records
 * say what the file says.
 *
 * <p>It is a client like any other: it knows the API, and for the proof the databases, but none of
 * Orderly's classes. Each run makes products and buyers of its own, so that it can be repeated and
 * run on a shop that sells other things too.
 */
package org.orderly.tests.replay;
