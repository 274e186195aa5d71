package org.orderly.identity.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.orderly.http.ExternalHttpClient;
import org.orderly.http.ExternalHttpClient.Limits;
import org.orderly.http.ExternalHttpClient.Response;

/**
 * The way to providers: so many calls at once, each for so long, and none for a while once most
 * have failed. Redirections are not followed: an address that a provider names is the one.
 */
@ApplicationScoped
class ProviderLine {

  static final int PAUSE_MILLIS = 10_000;

  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration ANSWER = Duration.ofSeconds(4);

  /** Documents and tokens of providers have a few kilobytes. */
  private static final int MAX_BYTES = 512 * 1024;

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final int AT_ONCE = 8;

  /**
   * A token request must not be sent twice, so it never goes over a connection that may be gone.
   */
  private final ExternalHttpClient http =
      ExternalHttpClient.unpooled(new Limits(CONNECT, ANSWER, MAX_BYTES, AT_ONCE));

  @PreDestroy
  void close() {
    http.close();
  }

  /** A provider's answer; a body that is no JSON is missing. */
  record Answer(int status, JsonNode body) {}

  /**
   * Sends a request that must not be sent twice; what the provider refuses is an answer, too.
   *
   * @throws IOException if there is no answer, too much of it, or the provider has failed (5xx)
   */
  @CircuitBreaker(requestVolumeThreshold = 6, failureRatio = 0.5, delay = PAUSE_MILLIS)
  @Timeout(5_000)
  @Bulkhead(AT_ONCE)
  Answer send(HttpUriRequestBase request) throws IOException {
    request.setHeader("Accept", "application/json");
    Response response = http.send(request);
    if (response.status() >= 500) {
      throw new IOException("status " + response.status());
    }
    return new Answer(response.status(), json(response.body()));
  }

  private static JsonNode json(byte[] bytes) {
    try {
      return JSON.readTree(bytes);
    } catch (IOException e) {
      return JSON.missingNode();
    }
  }
}
