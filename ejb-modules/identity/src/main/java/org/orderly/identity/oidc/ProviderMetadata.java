package org.orderly.identity.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Optional;

/**
 * Where a provider does what: its discovery document (OpenID Connect Discovery 1.0).
 *
 * @param userInfo where it tells about a person; not every provider does
 * @param basic whether clients show their secret by HTTP Basic, else in the form
 */
record ProviderMetadata(
    URI authorization, URI token, URI keys, Optional<URI> userInfo, boolean basic) {

  /**
   * @throws ProviderUnavailable if it is no such document, or speaks of another issuer
   */
  static ProviderMetadata read(Provider provider, JsonNode document) {
    if (!document.path("issuer").asText().equals(provider.issuer())) {
      throw new ProviderUnavailable(provider.name(), "its document names another issuer");
    }
    JsonNode userInfo = document.path("userinfo_endpoint");
    return new ProviderMetadata(
        address(provider, document, "authorization_endpoint"),
        address(provider, document, "token_endpoint"),
        address(provider, document, "jwks_uri"),
        userInfo.isTextual() ? Optional.of(provider.address(userInfo.asText())) : Optional.empty(),
        usesBasic(document.path("token_endpoint_auth_methods_supported")));
  }

  private static URI address(Provider provider, JsonNode document, String member) {
    return provider.address(document.path(member).asText(null));
  }

  /** The default if the document says nothing. */
  private static boolean usesBasic(JsonNode methods) {
    for (JsonNode method : methods) {
      if (method.asText().equals("client_secret_basic")) {
        return true;
      }
    }
    return methods.isEmpty();
  }
}
