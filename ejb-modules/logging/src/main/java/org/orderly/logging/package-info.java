/**
 * How log lines look: one JSON object each, with what is known of the request that they belong to.
 *
 * <p>The server makes its formatter before any application is there, so this lives in the server's
 * library and needs nothing but Java.
 */
@NullMarked
package org.orderly.logging;

import org.jspecify.annotations.NullMarked;
