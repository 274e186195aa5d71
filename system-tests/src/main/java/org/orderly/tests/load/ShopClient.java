package org.orderly.tests.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Speaks with a shop as a client would: a busy shop (503) is asked again, a refusal is told. */
public final class ShopClient {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int BUSY = 503;
  private static final long PAUSE_MILLIS = 200;

  private final URI api;
  private final HttpClient http;

  /**
   * @param shop where it answers; ends with a slash
   */
  public ShopClient(URI shop) {
    this.api = shop.resolve("/api/v1/");
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
  }

  /** What the shop would not do. */
  public static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Refused(String message) {
      super(message);
    }
  }

  /**
   * The answer's body.
   *
   * @param path below the API, such as {@code "products?limit=1"}
   * @param token of who asks, or {@code null} for anybody
   * @throws Refused if the shop answers otherwise than with success, or not at all
   */
  public JsonNode get(String path, String token) {
    return send(request(path, token).GET().build());
  }

  /**
   * Sends a body that becomes JSON; with a key it takes effect once, however often it is sent.
   *
   * @param idempotencyKey or {@code null} for none
   * @throws Refused if the shop answers otherwise than with success, or not at all
   */
  public JsonNode post(String path, String token, String idempotencyKey, Object body) {
    HttpRequest.Builder request = request(path, token).header("Content-Type", "application/json");
    if (idempotencyKey != null) {
      request.header("Idempotency-Key", idempotencyKey);
    }
    try {
      String text = JSON.writeValueAsString(body);
      return send(request.POST(HttpRequest.BodyPublishers.ofString(text)).build());
    } catch (IOException e) {
      throw new Refused(path + ": " + e);
    }
  }

  /** A token for a user that exists. */
  public String login(String email, String password) {
    Map<String, String> credentials = Map.of("email", email, "password", password);
    return post("auth/login", null, null, credentials).get("accessToken").asText();
  }

  private HttpRequest.Builder request(String path, String token) {
    HttpRequest.Builder request = HttpRequest.newBuilder(api.resolve(path)).timeout(PATIENCE);
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  private JsonNode send(HttpRequest request) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      while (answer.statusCode() == BUSY && System.nanoTime() < deadline) {
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      }
      if (answer.statusCode() >= 300) {
        throw new Refused(
            request.uri().getPath() + ": " + answer.statusCode() + " " + answer.body());
      }
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new Refused(request.uri() + ": " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refused("interrupted");
    }
  }
}
