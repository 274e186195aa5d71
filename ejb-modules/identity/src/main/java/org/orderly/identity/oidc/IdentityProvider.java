package org.orderly.identity.oidc;

import java.net.URI;

/**
 * An identity provider, as the configuration names it.
 *
 * @param name in our addresses, such as {@code google}
 * @param issuer as in its tokens and before {@code /.well-known/openid-configuration}
 * @param clientSecret empty for a provider that trusts in PKCE alone
 * @param plainHttp whether it may be reached without TLS
 */
record IdentityProvider(
    String name, String issuer, String clientId, String clientSecret, boolean plainHttp) {

  /**
   * An address of this provider, which must be reached by TLS unless the configuration says else.
   *
   * @throws IdentityProviderUnavailable for any other address
   */
  URI address(URI address) {
    if (address != null && address.getHost() != null) {
      String scheme = address.getScheme();
      if ("https".equals(scheme) || plainHttp && "http".equals(scheme)) {
        return address;
      }
    }
    throw new IdentityProviderUnavailable(name, "it names no address that can be used");
  }

  URI discovery() {
    String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
    return address(URI.create(base + "/.well-known/openid-configuration"));
  }

  /** Keeps the secret out of logs. */
  @Override
  public String toString() {
    return "Provider[" + name + "]";
  }
}
