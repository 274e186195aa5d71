/**
 * Passwords: which ones an account may have, what is kept of them, and whether a typed one is
 * right.
 *
 * <p>A wrong password takes the same time whether or not there is an account, and whatever kind of
 * hash it has.
 */
@NullMarked
package org.orderly.identity.password;

import org.jspecify.annotations.NullMarked;
