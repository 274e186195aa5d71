/**
 * One component of the local stack: its process and log, supervision that starts it again, and what
 * the console shows of its start.
 *
 * <p>Knows no particular program. Invariants: a process that the launcher started ends with it, or
 * is found and stopped by the next start; a component that ends unasked is started again.
 */
package org.orderly.server.component;
