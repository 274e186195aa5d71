package org.orderly.server.sandbox.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One request, read within limits. */
public record GatewayRequest(
    String method, List<String> path, Map<String, String> query, String body, String bearer) {
  private static final int LONGEST_BODY = 16_384;
  private static final int LONGEST_TEXT = 500;
  private static final ObjectMapper JSON = new ObjectMapper();

  public static GatewayRequest read(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
    if (body.length > LONGEST_BODY) {
      throw new InvalidRequest(413, "the request is too long");
    }
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    boolean named = authorization != null && authorization.startsWith("Bearer ");
    String path = exchange.getRequestURI().getPath();
    return new GatewayRequest(
        exchange.getRequestMethod(),
        Arrays.stream(path.split("/")).filter(word -> !word.isEmpty()).toList(),
        pairs(exchange.getRequestURI().getRawQuery()),
        new String(body, StandardCharsets.UTF_8),
        named ? authorization.substring("Bearer ".length()) : "");
  }

  private static Map<String, String> pairs(String text) {
    Map<String, String> pairs = new HashMap<>();
    for (String pair : text == null ? new String[0] : text.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        pairs.put(pair.substring(0, equals), decoded(pair.substring(equals + 1)));
      }
    }
    return pairs;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new InvalidRequest(400, "the address cannot be read");
    }
  }

  public void requireBearer(String secret) {
    byte[] expected = secret.getBytes(StandardCharsets.UTF_8);
    if (!MessageDigest.isEqual(expected, bearer.getBytes(StandardCharsets.UTF_8))) {
      throw new InvalidRequest(401, "the key is missing or wrong");
    }
  }

  public boolean is(String wantedMethod, String... words) {
    boolean same = method.equals(wantedMethod) && path.size() == words.length;
    for (int i = 0; same && i < words.length; i++) {
      same = words[i].equals("*") || words[i].equals(path.get(i));
    }
    return same;
  }

  /** The fields of a form, as a browser sends them. */
  public Map<String, String> form() {
    return pairs(body);
  }

  public JsonNode json() {
    try {
      JsonNode json = JSON.readTree(body.isEmpty() ? "{}" : body);
      if (json.isObject()) {
        return json;
      }
    } catch (JsonProcessingException e) {
      // said below
    }
    throw new InvalidRequest(400, "the body is not a JSON object");
  }

  /** A member that must be there. */
  public String text(String name) {
    String text = optional(name);
    if (text == null || text.isBlank()) {
      throw new InvalidRequest(400, name + " is missing");
    }
    return text;
  }

  public String optional(String name) {
    JsonNode node = json().get(name);
    String text = node == null || node.isNull() ? null : node.asText();
    if (text != null && text.length() > LONGEST_TEXT) {
      throw new InvalidRequest(400, name + " is too long");
    }
    return text;
  }

  /** Minor units, more than zero. */
  public long amount() {
    long amount = json().path("amount").asLong(0);
    if (amount <= 0 || amount > 1_000_000_000_000_000L) {
      throw new InvalidRequest(400, "amount must be a number of minor units above zero");
    }
    return amount;
  }
}
