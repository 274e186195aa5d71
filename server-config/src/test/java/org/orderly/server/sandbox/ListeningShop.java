package org.orderly.server.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Where a sandbox brings its notices, instead of to a shop. */
final class ListeningShop implements AutoCloseable {
  static final String SECRET = "the-webhook-secret";

  /**
   * @param genuine whether it was signed with the secret
   */
  record Heard(JsonNode notice, boolean genuine) {
    String type() {
      return notice.path("type").asText();
    }
  }

  private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
  private final HttpServer server;
  private volatile int refusals;

  ListeningShop() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::hear);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/notices";
  }

  /** The next ones come to a shop that is out of order. */
  void refuse(int times) {
    refusals = times;
  }

  Heard next() {
    try {
      Heard next = heard.poll(10, TimeUnit.SECONDS);
      if (next == null) {
        throw new AssertionError("no notice came");
      }
      return next;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private void hear(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String signature = exchange.getRequestHeaders().getFirst(SandboxSignature.HEADER);
    long seconds = Long.parseLong(signature.substring(2, signature.indexOf(',')));
    boolean genuine = SandboxSignature.of(SECRET, seconds, body).equals(signature);
    boolean takes = refusals == 0;
    refusals = Math.max(0, refusals - 1);
    if (takes) {
      heard.add(new Heard(new ObjectMapper().readTree(body), genuine));
    }
    exchange.sendResponseHeaders(takes ? 200 : 503, -1);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
