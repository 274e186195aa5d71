/**
 * Signing in and staying signed in: sessions and their tokens.
 *
 * <p>Knows people by {@link org.orderly.identity.Users} and their passwords by {@link
 * org.orderly.identity.password.PasswordCheck} alone.
 */
@NullMarked
package org.orderly.identity.session;

import org.jspecify.annotations.NullMarked;
