package org.orderly.payment.gateway.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.orderly.payment.gateway.NoAnswer;

/** Speaks HTTP to the sandbox gateway's service. */
@ApplicationScoped
class SandboxLine {

  /** Longer than anything takes there that ends at all. */
  private static final Duration ANSWER = Duration.ofSeconds(3);

  private static final Duration CONNECTION = Duration.ofSeconds(1);

  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECTION)
          .build();
  private final Optional<URI> place;
  private final String key;

  @Inject
  SandboxLine(
      @ConfigProperty(name = "orderly.sandbox.url") Optional<URI> place,
      @ConfigProperty(name = "orderly.sandbox.key") Optional<String> key) {
    this.place = place;
    this.key = key.orElse("");
  }

  /**
   * @throws NoAnswer if there is none, or the service is out of order
   */
  JsonNode post(String path, Map<String, Object> members) {
    HttpRequest.Builder request = request(path).header("Content-Type", "application/json");
    try {
      byte[] body = json.writeValueAsBytes(members);
      return answer(request.POST(HttpRequest.BodyPublishers.ofByteArray(body)).build())
          .orElseThrow(() -> new NoAnswer("the sandbox does not know " + path, null));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @return empty if there is no such thing
   * @throws NoAnswer if there is no answer, or the service is out of order
   */
  Optional<JsonNode> get(String path) {
    return answer(request(path).GET().build());
  }

  private HttpRequest.Builder request(String path) {
    URI service = place.orElseThrow(() -> new NoAnswer("ORDERLY_SANDBOX_URL is not set", null));
    return HttpRequest.newBuilder(service.resolve(path))
        .timeout(ANSWER)
        .header("Authorization", "Bearer " + key);
  }

  private Optional<JsonNode> answer(HttpRequest request) {
    try {
      HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() == 404) {
        return Optional.empty();
      }
      if (answer.statusCode() != 200) {
        throw new NoAnswer("the sandbox answered " + answer.statusCode(), null);
      }
      return Optional.of(json.readTree(answer.body()));
    } catch (IOException e) {
      throw new NoAnswer("the sandbox gave no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NoAnswer("interrupted while the sandbox was asked", e);
    }
  }
}
