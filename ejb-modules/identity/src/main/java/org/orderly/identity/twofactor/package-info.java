/**
 * The second factor: one-time codes of an authenticator app (RFC 6238), and recovery codes for who
 * has lost it.
 *
 * <p>Knows people by {@link org.orderly.identity.Users} alone. Secrets are kept encrypted, recovery
 * codes as hashes; each code is accepted once, over all instances.
 */
@NullMarked
package org.orderly.identity.twofactor;

import org.jspecify.annotations.NullMarked;
