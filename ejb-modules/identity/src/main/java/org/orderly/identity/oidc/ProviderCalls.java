package org.orderly.identity.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.JWKSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.orderly.kernel.OutsideService;

/** What is asked of providers, each in one call. */
@ApplicationScoped
class ProviderCalls {

  private static final int OK = 200;

  private static final ContentType FORM =
      ContentType.create(ContentType.APPLICATION_FORM_URLENCODED.getMimeType());

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

  /** What a provider gives for an authorization code. */
  record Grant(String idToken, String accessToken) {}

  /**
   * @throws ProviderUnavailable if it has none that can be used
   */
  ProviderMetadata metadata(Provider provider) {
    return ProviderMetadata.read(provider, document(provider, provider.discovery()));
  }

  /**
   * @throws ProviderUnavailable if there are none
   */
  JWKSet keys(Provider provider, URI address) {
    try {
      return JWKSet.parse(document(provider, address).toString());
    } catch (ParseException e) {
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
  Grant exchange(
      Provider provider, ProviderMetadata metadata, String code, String verifier, URI callback) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("redirect_uri", callback.toString());
    form.put("code_verifier", verifier);
    form.put("client_id", provider.clientId());
    HttpPost request = new HttpPost(metadata.token());
    if (metadata.basic() && !provider.clientSecret().isEmpty()) {
      request.setHeader("Authorization", basic(provider));
    } else if (!provider.clientSecret().isEmpty()) {
      form.put("client_secret", provider.clientSecret());
    }
    request.setEntity(new StringEntity(encoded(form), FORM));
    ProviderLine.Answer answer = send(provider, request);
    String idToken = answer.body().path("id_token").asText(null);
    if (answer.status() != OK || idToken == null) {
      throw LoginRefused.byProvider();
    }
    return new Grant(idToken, answer.body().path("access_token").asText(""));
  }

  /** What the provider tells about whoever the access token stands for. */
  JsonNode userInfo(Provider provider, URI address, String accessToken) {
    HttpGet request = new HttpGet(address);
    request.setHeader("Authorization", "Bearer " + accessToken);
    return body(provider, send(provider, request));
  }

  private JsonNode document(Provider provider, URI address) {
    return body(provider, send(provider, new HttpGet(address)));
  }

  private static JsonNode body(Provider provider, ProviderLine.Answer answer) {
    if (answer.status() != OK || !answer.body().isObject()) {
      throw new ProviderUnavailable(provider.name(), "it answers " + answer.status());
    }
    return answer.body();
  }

  private ProviderLine.Answer send(Provider provider, HttpUriRequestBase request) {
    try {
      return service.call(() -> line.send(request));
    } catch (Exception e) {
      // no answer, too slow an answer, or the breaker: to the person it is all the same
      throw new ProviderUnavailable(provider.name(), e);
    }
  }

  /** Both parts are escaped before they are joined (RFC 6749, 2.3.1). */
  private static String basic(Provider provider) {
    String joined = escaped(provider.clientId()) + ":" + escaped(provider.clientSecret());
    return "Basic "
        + Base64.getEncoder().encodeToString(joined.getBytes(StandardCharsets.US_ASCII));
  }

  static String encoded(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(parameter -> parameter.getKey() + "=" + escaped(parameter.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
