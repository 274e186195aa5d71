/**
 * A payment gateway that moves no real money: an HTTP service in a process of its own, on the
 * loopback address, that keeps what it did in a journal and fails on demand.
 *
 * <p>It knows nothing of the shop but where to send its notices, as any gateway does.
 */
package org.orderly.server.sandbox;
