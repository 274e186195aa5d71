package org.orderly.identity.oidc;

import com.nimbusds.jwt.JWTClaimsSet;
import org.jspecify.annotations.Nullable;

/**
 * Somebody as a provider knows them.
 *
 * @param subject who it is, to this provider, for good
 * @param email {@code null} unless the provider has shown that it is theirs
 * @param name {@code null} if it tells none
 */
record OidcUserInfo(String issuer, String subject, @Nullable String email, @Nullable String name) {

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
      String issuer,
      String subject,
      @Nullable Object email,
      @Nullable Object verified,
      @Nullable Object name) {
    // some providers write the truth as a text
    boolean shown = "true".equals(String.valueOf(verified));
    return new OidcUserInfo(issuer, subject, shown ? text(email) : null, text(name));
  }

  private static @Nullable String text(@Nullable Object claim) {
    return claim instanceof String text ? text : null;
  }
}
