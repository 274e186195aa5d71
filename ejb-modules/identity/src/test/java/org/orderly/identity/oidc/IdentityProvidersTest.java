package org.orderly.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IdentityProvidersTest {

  @Test
  void knowsGoogleByItsClientAlone() {
    IdentityProviders identityProviders =
        new IdentityProviders(
            Map.of(
                "ORDERLY_OIDC_GOOGLE_CLIENT_ID", "id", "ORDERLY_OIDC_GOOGLE_CLIENT_SECRET", "s"));
    assertThat(identityProviders.names()).containsExactly("google");
    assertThat(identityProviders.named("google").discovery())
        .hasToString("https://accounts.google.com/.well-known/openid-configuration");
  }

  @Test
  void namesAProviderAsItsVariablesDo() {
    IdentityProviders identityProviders =
        with("ORDERLY_OIDC_OUR_HOUSE_", "https://id.example/realms/shop/");
    IdentityProvider house = identityProviders.named("our-house");
    assertThat(house.issuer()).isEqualTo("https://id.example/realms/shop/");
    assertThat(house.discovery())
        .hasToString("https://id.example/realms/shop/.well-known/openid-configuration");
    assertThatThrownBy(() -> identityProviders.named("another"))
        .isInstanceOf(UnknownIdentityProvider.class);
  }

  @Test
  void goesWithoutTlsOnThisMachineOnly() {
    assertThat(with("ORDERLY_OIDC_NEAR_", "http://127.0.0.1:9000/x").names()).hasSize(1);
    assertThat(with("ORDERLY_OIDC_FAR_", "http://id.example").names()).isEmpty();
    assertThat(with("ORDERLY_OIDC_ODD_", "ftp://127.0.0.1/x").names()).isEmpty();
    IdentityProviders allowed =
        new IdentityProviders(
            Map.of(
                "ORDERLY_OIDC_FAR_CLIENT_ID", "id",
                "ORDERLY_OIDC_FAR_ISSUER", "http://id.example",
                "ORDERLY_OIDC_FAR_ALLOW_HTTP", "true"));
    assertThat(allowed.names()).hasSize(1);
  }

  @Test
  void leavesOutWhoHasNoIssuer() {
    assertThat(new IdentityProviders(Map.of("ORDERLY_OIDC_HALF_CLIENT_ID", "id")).names())
        .isEmpty();
  }

  @Test
  void believesNoDocumentOfAnotherIssuerOrWithOtherAddresses() throws Exception {
    IdentityProvider identityProvider = with("ORDERLY_OIDC_A_", "https://id.example").named("a");
    String document =
        """
        {"issuer":"%s","authorization_endpoint":"%s","token_endpoint":"https://id.example/token",
         "jwks_uri":"https://id.example/keys","subject_types_supported":["public"],"token_endpoint_auth_methods_supported":["%s"]}
        """;
    String login = "https://id.example/login";
    ProviderMetadata good =
        read(
            identityProvider,
            document.formatted("https://id.example", login, "client_secret_post"));
    assertThat(good.basic()).isFalse();
    assertThat(good.authorization()).hasToString(login);
    for (String bad :
        List.of(
            document.formatted("https://evil.example", login, "client_secret_post"),
            document.formatted("https://id.example", "http://id.example/login", "none"),
            document.formatted("https://id.example", "javascript:alert(1)", "none"),
            "{\"issuer\":\"https://id.example\"}",
            "[]",
            "nonsense")) {
      assertThatThrownBy(() -> read(identityProvider, bad))
          .as(bad)
          .isInstanceOf(IdentityProviderUnavailable.class);
    }
  }

  private static ProviderMetadata read(IdentityProvider identityProvider, String document) {
    OidcClient line =
        new OidcClient() {
          @Override
          HTTPResponse send(HTTPRequest request) {
            HTTPResponse answer = new HTTPResponse(200);
            answer.setBody(document);
            return answer;
          }
        };
    return new OidcEndpoints(line).metadata(identityProvider);
  }

  private static IdentityProviders with(String prefix, String issuer) {
    return new IdentityProviders(Map.of(prefix + "CLIENT_ID", "id", prefix + "ISSUER", issuer));
  }
}
