package org.orderly.identity.oidc;

import com.nimbusds.jwt.JWTClaimsSet;

/**
 * Somebody as a provider knows them.
 *
 * @param subject who it is, to this provider, for good
 * @param email {@code null} unless the provider has shown that it is theirs
 * @param name {@code null} if it tells none
 */
record OidcUserInfo(String issuer, String subject, String email, String name) {

  /** Of the claims of a token; any of the rest may be missing. */
  static OidcUserInfo of(JWTClaimsSet claims) {
    return of(
        claims.getIssuer(),
        claims.getSubject(),
        claims.getClaim("email"),
        claims.getClaim("email_verified"),
        claims.getClaim("name"));
  }

  static OidcUserInfo of(
      String issuer, String subject, Object email, Object verified, Object name) {
    // some providers write the truth as a text
    boolean shown = email instanceof String && "true".equals(String.valueOf(verified));
    return new OidcUserInfo(
        issuer, subject, shown ? (String) email : null, name instanceof String text ? text : null);
  }
}
