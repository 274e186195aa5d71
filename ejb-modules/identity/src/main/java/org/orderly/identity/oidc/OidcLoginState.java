package org.orderly.identity.oidc;

import org.jspecify.annotations.Nullable;
import org.orderly.identity.token.OpaqueToken;

/**
 * A sign-in that has begun: what only its own answer can match.
 *
 * @param browser known to the browser alone that began it
 * @param nonce returns in the token
 * @param codeVerifier the proof that the code was asked for by us (RFC 7636)
 * @param returnTo where the person was; {@code null} for nowhere
 */
record OidcLoginState(
    String provider,
    OpaqueToken state,
    OpaqueToken browser,
    String nonce,
    String codeVerifier,
    @Nullable String returnTo) {

  static OidcLoginState begin(String provider, @Nullable String returnTo) {
    return new OidcLoginState(
        provider,
        OpaqueToken.generate(),
        OpaqueToken.generate(),
        OpaqueToken.generate().text(),
        OpaqueToken.generate().text(),
        returnTo);
  }

  /** Keeps the secrets out of logs. */
  @Override
  public String toString() {
    return "Attempt[provider=" + provider + "]";
  }
}
