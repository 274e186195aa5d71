package org.orderly.tests.drill.customer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/** Sends one request to one instance and returns the answer, whatever it was. */
public final class InstanceClient {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Shorter than a pause: who waits longer for an instance that stands still asks another one. */
  private static final Duration PATIENCE = Duration.ofSeconds(6);

  private final List<URI> instances;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(3))
          .build();

  public InstanceClient(List<URI> instances) {
    this.instances = List.copyOf(instances);
  }

  /**
   * @param body as JSON; empty if the answer had none that could be read
   */
  public record Reply(int status, JsonNode body) {

    /** Whether the client now knows what became of its request; otherwise it has to ask again. */
    public boolean isDefinite() {
      return switch (status) {
        case 401, 408, 429 -> false;
        case 409 -> !code().equals("idempotency-key-in-flight");
        default -> status < 500;
      };
    }

    public boolean isDone() {
      return status >= 200 && status < 300;
    }

    public String code() {
      return body.path("code").asText();
    }

    @Override
    public String toString() {
      return status + (isDone() ? " " + body.path("id").asText() : " " + code());
    }
  }

  int instances() {
    return instances.size();
  }

  /**
   * @param instance from 0; any number, counted round
   * @param key of an idempotent request, or {@code null}
   * @param body becomes JSON, or {@code null} for none
   */
  public Reply send(int instance, String method, String path, String token, String key, Object body)
      throws IOException, InterruptedException {
    URI shop = instances.get(Math.floorMod(instance, instances.size()));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(shop.resolve("/api/v1/" + path)).timeout(PATIENCE);
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    if (body == null) {
      request.method(method, HttpRequest.BodyPublishers.noBody());
    } else {
      request.header("Content-Type", "application/json");
      request.method(method, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
    }
    HttpResponse<byte[]> answer =
        http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    return new Reply(answer.statusCode(), json(answer.body()));
  }

  private static JsonNode json(byte[] body) {
    try {
      return body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
    } catch (IOException e) {
      return JSON.createObjectNode();
    }
  }
}
