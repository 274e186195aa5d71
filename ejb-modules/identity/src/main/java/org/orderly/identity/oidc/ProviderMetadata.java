package org.orderly.identity.oidc;

import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Where a provider does what: what is used of its discovery document (OpenID Connect Discovery
 * 1.0).
 *
 * @param userInfo where it tells about a person; not every provider does
 * @param basic whether clients show their secret by HTTP Basic, else in the form
 */
record ProviderMetadata(
    URI authorization, URI token, URI keys, Optional<URI> userInfo, boolean basic) {

  /**
   * @throws IdentityProviderUnavailable if the document speaks of another issuer, or of addresses
   *     that cannot be used
   */
  static ProviderMetadata of(IdentityProvider identityProvider, OIDCProviderMetadata document) {
    if (!document.getIssuer().getValue().equals(identityProvider.issuer())) {
      throw new IdentityProviderUnavailable(
          identityProvider.name(), "its document names another issuer");
    }
    return new ProviderMetadata(
        identityProvider.address(document.getAuthorizationEndpointURI()),
        identityProvider.address(document.getTokenEndpointURI()),
        identityProvider.address(document.getJWKSetURI()),
        Optional.ofNullable(document.getUserInfoEndpointURI()).map(identityProvider::address),
        usesBasic(document.getTokenEndpointAuthMethods()));
  }

  /** The default if the document says nothing. */
  private static boolean usesBasic(List<ClientAuthenticationMethod> methods) {
    return methods == null || methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
  }
}
