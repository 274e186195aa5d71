package org.orderly.identity.oidc;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.orderly.platform.resilience.CircuitBreakerState;

/** What is asked of providers, each in one call. */
@ApplicationScoped
class OidcEndpoints {

  private static final int OK = 200;

  private final OidcClient line;
  private final CircuitBreakerState service =
      new CircuitBreakerState(
          "openid-connect",
          Duration.ofMillis(OidcClient.PAUSE_MILLIS),
          CircuitBreakerOpenException.class);

  @Inject
  OidcEndpoints(OidcClient line) {
    this.line = line;
  }

  @Produces
  @Singleton
  CircuitBreakerState service() {
    return service;
  }

  /**
   * @throws IdentityProviderUnavailable if it has none that can be used
   */
  ProviderMetadata metadata(IdentityProvider identityProvider) {
    try {
      String document = document(identityProvider, identityProvider.discovery());
      return ProviderMetadata.of(identityProvider, OIDCProviderMetadata.parse(document));
    } catch (ParseException e) {
      throw new IdentityProviderUnavailable(
          identityProvider.name(), "its discovery document cannot be read");
    }
  }

  /**
   * @throws IdentityProviderUnavailable if there are none
   */
  JWKSet keys(IdentityProvider identityProvider, URI address) {
    try {
      return JWKSet.parse(document(identityProvider, address));
    } catch (java.text.ParseException e) {
      throw new IdentityProviderUnavailable(identityProvider.name(), "its keys cannot be read");
    }
  }

  /**
   * Exchanges an authorization code (RFC 6749, 4.1.3) with the proof that we asked for it (RFC
   * 7636).
   *
   * @throws OidcSignInRefused if the provider does not accept the code
   * @throws IdentityProviderUnavailable if it does not answer
   */
  OIDCTokens exchange(
      IdentityProvider identityProvider,
      ProviderMetadata metadata,
      String code,
      String verifier,
      URI callback) {
    AuthorizationGrant grant =
        new AuthorizationCodeGrant(
            new AuthorizationCode(code), callback, new CodeVerifier(verifier));
    HTTPResponse answer =
        send(identityProvider, tokenRequest(identityProvider, metadata, grant).toHTTPRequest());
    try {
      TokenResponse tokens = OIDCTokenResponseParser.parse(answer);
      if (tokens instanceof OIDCTokenResponse granted) {
        return granted.getOIDCTokens();
      }
    } catch (ParseException e) {
      // to the person it is the same as a refusal
    }
    throw OidcSignInRefused.byProvider();
  }

  private static TokenRequest tokenRequest(
      IdentityProvider identityProvider, ProviderMetadata metadata, AuthorizationGrant grant) {
    ClientID client = new ClientID(identityProvider.clientId());
    if (identityProvider.clientSecret().isEmpty()) {
      return new TokenRequest(metadata.token(), client, grant);
    }
    Secret secret = new Secret(identityProvider.clientSecret());
    ClientAuthentication authentication =
        metadata.basic()
            ? new ClientSecretBasic(client, secret)
            : new ClientSecretPost(client, secret);
    return new TokenRequest(metadata.token(), authentication, grant);
  }

  /**
   * What the provider tells about whoever the access token stands for (OpenID Connect Core 1.0,
   * 5.3).
   *
   * @throws IdentityProviderUnavailable if it tells nothing that can be read
   */
  UserInfo userInfo(IdentityProvider identityProvider, URI address, AccessToken token) {
    HTTPResponse answer =
        send(identityProvider, new UserInfoRequest(address, token).toHTTPRequest());
    try {
      UserInfoResponse told = UserInfoResponse.parse(answer);
      if (told.indicatesSuccess() && told.toSuccessResponse().getUserInfo() != null) {
        return told.toSuccessResponse().getUserInfo();
      }
    } catch (ParseException e) {
      // refused below, like an answer without a person
    }
    throw new IdentityProviderUnavailable(
        identityProvider.name(), "it answers " + answer.getStatusCode());
  }

  private String document(IdentityProvider identityProvider, URI address) {
    HTTPResponse answer = send(identityProvider, new HTTPRequest(HTTPRequest.Method.GET, address));
    if (answer.getStatusCode() != OK) {
      throw new IdentityProviderUnavailable(
          identityProvider.name(), "it answers " + answer.getStatusCode());
    }
    return answer.getBody();
  }

  private HTTPResponse send(IdentityProvider identityProvider, HTTPRequest request) {
    try {
      return service.call(() -> line.send(request));
    } catch (Exception e) {
      // no answer, too slow an answer, or the breaker: to the person it is all the same
      throw new IdentityProviderUnavailable(identityProvider.name(), e);
    }
  }
}
