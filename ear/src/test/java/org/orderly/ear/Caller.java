package org.orderly.ear;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/**
 * Somebody who calls the shop's API.
 *
 * @param token of who is signed in; {@code null} for nobody
 */
record Caller(URI shop, String token) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  static Caller nobody(URI shop) {
    return new Caller(shop, null);
  }

  Caller signedIn(String email, String password) {
    JsonNode session =
        expect(200, "POST", "auth/login", Map.of("email", email, "password", password));
    return new Caller(shop, session.get("accessToken").asText());
  }

  JsonNode get(String path) {
    return expect(200, "GET", path, null);
  }

  /** An answer of the API. */
  record Answer(int status, HttpHeaders headers, JsonNode body) {}

  JsonNode expect(int status, String method, String path, Object body) {
    Answer answer = answer(method, path, body);
    if (answer.status() != status) {
      throw new AssertionError(method + " " + path + ": " + answer.status() + " " + answer.body());
    }
    return answer.body();
  }

  Answer answer(String method, String path, Object body) {
    try {
      HttpResponse<String> answer = send(method, "api/v1/" + path, body);
      return new Answer(answer.statusCode(), answer.headers(), JSON.readTree(answer.body()));
    } catch (IOException e) {
      throw new AssertionError(method + " " + path, e);
    }
  }

  /** The answer at an address of the whole server. */
  HttpResponse<String> answer(String path) throws IOException {
    return send("GET", path, null);
  }

  private HttpResponse<String> send(String method, String path, Object body) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(shop.resolve(path))
            .timeout(PATIENCE)
            .header("Idempotency-Key", UUID.randomUUID().toString());
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    request.method(
        method,
        body == null
            ? BodyPublishers.noBody()
            : BodyPublishers.ofString(JSON.writeValueAsString(body)));
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
