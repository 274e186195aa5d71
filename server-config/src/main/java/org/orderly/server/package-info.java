/**
 * The launcher: starts every part of Orderly on one machine, watches the parts and stops them in
 * order.
 */
package org.orderly.server;
