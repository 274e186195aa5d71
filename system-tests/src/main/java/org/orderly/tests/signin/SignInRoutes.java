package org.orderly.tests.signin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** The routes by which somebody comes in, refusals included. */
final class SignInRoutes {

  private static final String PASSWORD = "correct horse battery staple";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI api;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** What came back; the code is empty if it is no refusal. */
  record Answer(int status, JsonNode body) {

    String code() {
      return body.path("code").asText();
    }

    String text(String member) {
      return body.path(member).asText();
    }

    /**
     * @throws IllegalStateException unless it is of this status
     */
    Answer expect(int expected) {
      if (status != expected) {
        throw new IllegalStateException("expected " + expected + ", but was " + this);
      }
      return this;
    }
  }

  SignInRoutes(URI shop) {
    this.api = shop.resolve("/api/v1/");
  }

  /** Somebody new; returns the e-mail address. */
  String register() {
    String email = "drill-" + UUID.randomUUID() + "@example.org";
    post(
            "auth/register",
            Map.of("email", email, "password", PASSWORD, "name", "A Guest", "acceptTerms", true))
        .expect(201);
    return email;
  }

  Answer signIn(String email) {
    return signIn(email, PASSWORD);
  }

  Answer signIn(String email, String password) {
    return post("auth/login", Map.of("email", email, "password", password));
  }

  Answer refresh(String refreshToken) {
    return post("auth/refresh", Map.of("refreshToken", refreshToken));
  }

  /** The smallest answer that needs a token. */
  Answer me(String accessToken) {
    return send(request("users/me").header("Authorization", "Bearer " + accessToken).GET());
  }

  private Answer post(String path, Map<String, ?> body) {
    try {
      String text = JSON.writeValueAsString(body);
      return send(
          request(path)
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(text)));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(api.resolve(path)).timeout(Duration.ofSeconds(60));
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(answer.statusCode(), JSON.readTree(answer.body()));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
