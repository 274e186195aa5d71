/**
 * What goes wrong in the sandbox gateway on request: faults of single operations, tokens that ask
 * for one, and how notices are delivered.
 *
 * <p>Knows no payment.
 */
package org.orderly.server.sandbox.fault;
