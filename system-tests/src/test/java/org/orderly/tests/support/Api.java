package org.orderly.tests.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The shop's API as anybody on the network sees it. */
public final class Api {

  public static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final URI shop;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  public Api(URI shop) {
    this.shop = shop;
  }

  /** What came back; the body is "missing" if it is no JSON. */
  public record Answer(int status, JsonNode body, HttpHeaders headers) {

    public String header(String name) {
      return headers.firstValue(name).orElse(null);
    }

    public String code() {
      return body.path("code").asText();
    }

    /**
     * The body of an answer that has to be of this status.
     *
     * @throws AssertionError with the whole answer if it is of another
     */
    public JsonNode expect(int expected) {
      if (status != expected) {
        throw new AssertionError("expected " + expected + ", but was " + this);
      }
      return body;
    }
  }

  /** A request to a path of the API, or from the root if it begins with a slash. */
  public HttpRequest.Builder request(String path) {
    URI base = path.startsWith("/") ? shop : shop.resolve("/api/v1/");
    return HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
  }

  public Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
      return new Answer(response.statusCode(), json(response.body()), response.headers());
    } catch (IOException e) {
      throw new AssertionError(request.build() + ": " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  public Answer get(String path) {
    return send(request(path).GET());
  }

  public static HttpRequest.Builder json(HttpRequest.Builder request, String method, String body) {
    BodyPublisher publisher =
        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    return request.method(method, publisher);
  }

  public static String text(Object body) {
    try {
      return body == null || body instanceof String ? (String) body : JSON.writeValueAsString(body);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static JsonNode json(String body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }
}
