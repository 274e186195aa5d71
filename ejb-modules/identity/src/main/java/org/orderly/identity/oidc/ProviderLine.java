package org.orderly.identity.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;

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

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();

  /** A provider's answer; a body that is no JSON is missing. */
  record Answer(int status, JsonNode body) {}

  /**
   * Sends a request that must not be sent twice; what the provider refuses is an answer, too.
   *
   * @throws IOException if there is no answer, too much of it, or the provider has failed (5xx)
   */
  @CircuitBreaker(requestVolumeThreshold = 6, failureRatio = 0.5, delay = PAUSE_MILLIS)
  @Timeout(5_000)
  @Bulkhead(8)
  Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpRequest limited = request.timeout(ANSWER).header("Accept", "application/json").build();
    HttpResponse<InputStream> response =
        http.send(limited, HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream body = response.body()) {
      byte[] bytes = body.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES || response.statusCode() >= 500) {
        throw new IOException("status " + response.statusCode() + ", " + bytes.length + " bytes");
      }
      return new Answer(response.statusCode(), json(bytes));
    }
  }

  private static JsonNode json(byte[] bytes) {
    try {
      return JSON.readTree(bytes);
    } catch (IOException e) {
      return JSON.missingNode();
    }
  }
}
