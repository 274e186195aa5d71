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
import org.orderly.kernel.OutsideService;

/** What is asked of providers, each in one call. */
@ApplicationScoped
class ProviderCalls {

  private static final int OK = 200;

  private final ProviderLine line;
  private final OutsideService service =
      new OutsideService(
          "openid-connect",
          Duration.ofMillis(ProviderLine.PAUSE_MILLIS),
          CircuitBreakerOpenException.class);

  @Inject
  ProviderCalls(ProviderLine line) {
    this.line = line;
  }

  @Produces
  @Singleton
  OutsideService service() {
    return service;
  }

  /**
   * @throws ProviderUnavailable if it has none that can be used
   */
  ProviderMetadata metadata(Provider provider) {
    try {
      String document = document(provider, provider.discovery());
      return ProviderMetadata.of(provider, OIDCProviderMetadata.parse(document));
    } catch (ParseException e) {
      throw new ProviderUnavailable(provider.name(), "its discovery document cannot be read");
    }
  }

  /**
   * @throws ProviderUnavailable if there are none
   */
  JWKSet keys(Provider provider, URI address) {
    try {
      return JWKSet.parse(document(provider, address));
    } catch (java.text.ParseException e) {
      throw new ProviderUnavailable(provider.name(), "its keys cannot be read");
    }
  }

  /**
   * Exchanges an authorization code (RFC 6749, 4.1.3) with the proof that we asked for it (RFC
   * 7636).
   *
   * @throws LoginRefused if the provider does not accept the code
   * @throws ProviderUnavailable if it does not answer
   */
  OIDCTokens exchange(
      Provider provider, ProviderMetadata metadata, String code, String verifier, URI callback) {
    AuthorizationGrant grant =
        new AuthorizationCodeGrant(
            new AuthorizationCode(code), callback, new CodeVerifier(verifier));
    HTTPResponse answer = send(provider, tokenRequest(provider, metadata, grant).toHTTPRequest());
    try {
      TokenResponse tokens = OIDCTokenResponseParser.parse(answer);
      if (tokens instanceof OIDCTokenResponse granted) {
        return granted.getOIDCTokens();
      }
    } catch (ParseException e) {
      // to the person it is the same as a refusal
    }
    throw LoginRefused.byProvider();
  }

  private static TokenRequest tokenRequest(
      Provider provider, ProviderMetadata metadata, AuthorizationGrant grant) {
    ClientID client = new ClientID(provider.clientId());
    if (provider.clientSecret().isEmpty()) {
      return new TokenRequest(metadata.token(), client, grant);
    }
    Secret secret = new Secret(provider.clientSecret());
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
   * @throws ProviderUnavailable if it tells nothing that can be read
   */
  UserInfo userInfo(Provider provider, URI address, AccessToken token) {
    HTTPResponse answer = send(provider, new UserInfoRequest(address, token).toHTTPRequest());
    try {
      UserInfoResponse told = UserInfoResponse.parse(answer);
      if (told.indicatesSuccess() && told.toSuccessResponse().getUserInfo() != null) {
        return told.toSuccessResponse().getUserInfo();
      }
    } catch (ParseException e) {
      // refused below, like an answer without a person
    }
    throw new ProviderUnavailable(provider.name(), "it answers " + answer.getStatusCode());
  }

  private String document(Provider provider, URI address) {
    HTTPResponse answer = send(provider, new HTTPRequest(HTTPRequest.Method.GET, address));
    if (answer.getStatusCode() != OK) {
      throw new ProviderUnavailable(provider.name(), "it answers " + answer.getStatusCode());
    }
    return answer.getBody();
  }

  private HTTPResponse send(Provider provider, HTTPRequest request) {
    try {
      return service.call(() -> line.send(request));
    } catch (Exception e) {
      // no answer, too slow an answer, or the breaker: to the person it is all the same
      throw new ProviderUnavailable(provider.name(), e);
    }
  }
}
