package org.orderly.tests.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A program of somebody else that a webhook leads to. */
public final class HookReceiver implements AutoCloseable {

  /** Lets the shop reach it, and makes the shop's patience short. */
  public static final Map<String, String> ENVIRONMENT =
      Map.of(
          "ORDERLY_WEBHOOK_ALLOW_PRIVATE", "127.0.0.1",
          "ORDERLY_WEBHOOK_RETRY_SECONDS", "1",
          "ORDERLY_WEBHOOK_ATTEMPTS", "3",
          "ORDERLY_WEBHOOK_TIMEOUT_SECONDS", "3");

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile int answer = 200;
  private volatile boolean silent;

  /** One request, as it came. */
  public record Received(
      Map<String, List<String>> standard, String eventId, String type, String body) {

    public JsonNode json() {
      try {
        return Api.JSON.readTree(body);
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }

    /** Whether one of the signatures was made now with this secret, by the library's judgement. */
    public boolean isSignedWith(String secret) {
      try {
        new Webhook(secret).verify(body, standard);
        return standard.get("webhook-id").equals(List.of(eventId));
      } catch (WebhookVerificationException e) {
        return false;
      }
    }
  }

  public HookReceiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::take);
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
  }

  /** From now on answers with this status. */
  public HookReceiver answering(int status) {
    answer = status;
    return this;
  }

  /** From now on takes what comes and answers nothing. */
  public HookReceiver silent() {
    silent = true;
    return this;
  }

  public List<Received> received() {
    return List.copyOf(received);
  }

  public List<Received> received(String eventId) {
    return received.stream().filter(each -> each.eventId().equals(eventId)).toList();
  }

  private void take(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    received.add(
        new Received(
            standard(exchange.getRequestHeaders()),
            exchange.getRequestHeaders().getFirst("Orderly-Event-Id"),
            exchange.getRequestHeaders().getFirst("Orderly-Event-Type"),
            body));
    try {
      if (silent) {
        closing.await();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    exchange.sendResponseHeaders(answer, -1);
    exchange.close();
  }

  private static Map<String, List<String>> standard(Headers headers) {
    return Stream.of("webhook-id", "webhook-timestamp", "webhook-signature")
        .collect(Collectors.toMap(name -> name, name -> List.of(headers.getFirst(name))));
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
