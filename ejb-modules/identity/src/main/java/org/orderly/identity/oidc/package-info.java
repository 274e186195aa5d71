/**
 * Signing in by an identity provider: OpenID Connect, authorization code flow with PKCE, state and
 * nonce, for any provider that the configuration names.
 *
 * <p>Knows accounts, sessions and the audit log; nobody in the domain knows it. A provider's word
 * is taken for two things: who somebody is with them (issuer and subject), and, when they first
 * come, that an e-mail address is theirs. It never opens an account whose address was not shown to
 * belong to the same person here. Tokens are never in an address: the page gets a one-time code.
 */
@NullMarked
package org.orderly.identity.oidc;

import org.jspecify.annotations.NullMarked;
