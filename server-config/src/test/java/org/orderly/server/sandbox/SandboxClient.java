package org.orderly.server.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** Speaks HTTP to a sandbox as a shop does, or as who controls it. */
final class SandboxClient {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final String url;
  private final String key;

  SandboxClient(int port, String key) {
    this.url = "http://127.0.0.1:" + port + "/";
    this.key = key;
  }

  record Answer(int status, JsonNode body) {
    String text(String name) {
      return body.path(name).asText();
    }
  }

  Answer post(String path, Map<String, Object> body) throws IOException {
    return send("POST", path, JSON.writeValueAsString(body));
  }

  Answer put(String path, Map<String, Object> body) throws IOException {
    return send("PUT", path, JSON.writeValueAsString(body));
  }

  Answer get(String path) throws IOException {
    return send("GET", path, "");
  }

  Answer send(String method, String path, String body) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + path))
            .timeout(Duration.ofSeconds(3))
            .header("Authorization", "Bearer " + key)
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      boolean json = answer.headers().firstValue("Content-Type").orElse("").contains("json");
      return new Answer(
          answer.statusCode(),
          json ? JSON.readTree(answer.body()) : JSON.getNodeFactory().textNode(answer.body()));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
