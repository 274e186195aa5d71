package org.orderly.server.importer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** The part of the API that an import calls; takes every product but those called "bad". */
final class SandboxShop implements AutoCloseable {

  /** How many items each batch had that was taken. */
  final List<Integer> batches = Collections.synchronizedList(new ArrayList<>());

  final AtomicInteger refusals = new AtomicInteger();
  final AtomicInteger sessions = new AtomicInteger();
  final Set<String> open = ConcurrentHashMap.newKeySet();
  final AtomicInteger expiries = new AtomicInteger();
  final AtomicBoolean failing = new AtomicBoolean();
  final AtomicInteger failsAfter = new AtomicInteger();
  final AtomicInteger dryRuns = new AtomicInteger();
  final List<JsonNode> sent = Collections.synchronizedList(new ArrayList<>());
  private final HttpServer server;

  SandboxShop() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/api/v1/auth/login", this::login);
    server.createContext("/api/v1/auth/logout", this::logout);
    server.createContext("/api/v1/products/batch", this::batch);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void login(HttpExchange call) throws IOException {
    if (refusals.getAndDecrement() > 0) {
      call.getResponseHeaders().set("Retry-After", "1");
      answer(call, 429, "{}");
      return;
    }
    boolean known = new String(call.getRequestBody().readAllBytes()).contains("\"secret\"");
    String session = "s" + sessions.incrementAndGet();
    String tokens = "{\"accessToken\":\"%s\",\"refreshToken\":\"%s\"}".formatted(session, session);
    if (known) {
      open.add(session);
    }
    answer(call, known ? 200 : 401, known ? tokens : "{}");
  }

  private void logout(HttpExchange call) throws IOException {
    assertThat(call.getRequestHeaders().getFirst("Authorization")).isNull();
    open.remove(ApiJson.MAPPER.readTree(call.getRequestBody()).path("refreshToken").asText());
    answer(call, 204, "");
  }

  private void batch(HttpExchange call) throws IOException {
    if (expiries.getAndDecrement() > 0) {
      answer(call, 401, "{}");
      return;
    }
    String bearer = call.getRequestHeaders().getFirst("Authorization");
    if (bearer == null || !open.contains(bearer.substring("Bearer ".length()))) {
      answer(call, 401, "{}");
      return;
    }
    JsonNode body = ApiJson.MAPPER.readTree(call.getRequestBody());
    JsonNode items = body.path("items");
    if (failing.get() && failsAfter.getAndDecrement() <= 0) {
      answer(call, 500, "{}");
      return;
    }
    batches.add(items.size());
    items.forEach(sent::add);
    if (body.path("dryRun").asBoolean()) {
      dryRuns.incrementAndGet();
    }
    ArrayNode outcomes = ApiJson.MAPPER.createArrayNode();
    for (JsonNode item : items) {
      boolean good = item.path("name").asText().equals("good");
      outcomes
          .addObject()
          .put("index", outcomes.size() - 1)
          .put("sku", item.path("sku").asText())
          .put("result", good ? "created" : "refused")
          .put("detail", good ? null : "not good");
    }
    answer(call, 200, ApiJson.MAPPER.createObjectNode().set("items", outcomes).toString());
  }

  private static void answer(HttpExchange call, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    call.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    call.getResponseBody().write(bytes);
    call.close();
  }
}
