package org.orderly.payment.gateway.stripe;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.orderly.kernel.Money;
import org.orderly.payment.gateway.AuthorizationRequest;

/**
 * Answers on the loopback address as the published description of Stripe's API says: form-encoded
 * requests, idempotency keys with the first answer again and a refusal of other parameters, error
 * objects by type and code, lists with {@code has_more}.
 */
final class LoopbackStripe implements AutoCloseable {

  static final String KEY = "sk_test_loopback";

  /** How the next request goes wrong. */
  enum Mishap {
    NONE,
    ERROR_500,
    BUSY_429,
    SILENT_BEFORE,
    SILENT_AFTER,
    ENDLESS
  }

  record Asked(String method, String path, Map<String, String> form, String idempotencyKey) {}

  final List<Asked> asked = new CopyOnWriteArrayList<>();
  volatile Mishap next = Mishap.NONE;
  final StripeAccount account = new StripeAccount();

  private final Map<String, StripeAccount.Answer> first = new HashMap<>();
  private final Map<String, Map<String, String>> firstForm = new HashMap<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  LoopbackStripe() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** A gateway that asks this Stripe, and waits for half a second. */
  StripeGateway gateway(String secretKey) {
    StripeHttpClient client =
        new StripeHttpClient(Optional.of(secretKey), Optional.of(url()), Duration.ofMillis(500));
    return new StripeGateway(
        client,
        new StripeResilience(),
        new StripeSearch(client, Clock.systemUTC()),
        new StripeBalanceTransactions(client),
        new StripeEvents(Optional.empty(), Clock.systemUTC()));
  }

  static AuthorizationRequest request(UUID key, Money amount, String token, boolean captureNow) {
    return new AuthorizationRequest(
        key, amount, token, captureNow, URI.create("https://shop.example/back"), "2026-000001");
  }

  /** How many PaymentIntents were made, whatever was answered. */
  synchronized int intents() {
    return account.intents();
  }

  synchronized int refunds() {
    return account.refunds();
  }

  synchronized void forgetIdempotencyKeys() {
    first.clear();
  }

  synchronized void settleRefunds() {
    account.settleRefunds();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    Mishap mishap = next;
    next = Mishap.NONE;
    Asked request = read(exchange);
    asked.add(request);
    if (mishap == Mishap.SILENT_BEFORE) {
      return;
    }
    if (mishap == Mishap.ENDLESS) {
      exchange.sendResponseHeaders(200, 0);
      while (true) {
        exchange.getResponseBody().write(new byte[8_192]);
      }
    }
    StripeAccount.Answer answer = answer(exchange, request, mishap);
    if (mishap == Mishap.SILENT_AFTER) {
      return;
    }
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.getResponseHeaders().set("Request-Id", "req_" + account.count());
    exchange.sendResponseHeaders(answer.status(), body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static Asked read(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String query = exchange.getRequestURI().getRawQuery();
    String text = body.isEmpty() ? query == null ? "" : query : body;
    Map<String, String> form = new LinkedHashMap<>();
    for (String pair : text.isEmpty() ? new String[0] : text.split("&")) {
      String[] sides = pair.split("=", 2);
      form.put(decoded(sides[0]), decoded(sides[1]));
    }
    return new Asked(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath(),
        form,
        exchange.getRequestHeaders().getFirst("Idempotency-Key"));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private synchronized StripeAccount.Answer answer(
      HttpExchange exchange, Asked request, Mishap mishap) {
    if (!("Bearer " + KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      return StripeAccount.error(401, "invalid_request_error", null, "Invalid API Key provided");
    }
    if (mishap == Mishap.ERROR_500) {
      return StripeAccount.error(500, "api_error", null, "Something went wrong");
    }
    if (mishap == Mishap.BUSY_429) {
      return StripeAccount.error(429, "invalid_request_error", "rate_limit", "Too many requests");
    }
    String key = request.idempotencyKey();
    if (key == null || request.method().equals("GET")) {
      return account.route(request);
    }
    if (first.containsKey(key)) {
      return firstForm.get(key).equals(request.form())
          ? first.get(key)
          : StripeAccount.error(
              400, "idempotency_error", null, "Keys can only be used with the same parameters");
    }
    StripeAccount.Answer answer = account.route(request);
    first.put(key, answer);
    firstForm.put(key, request.form());
    return answer;
  }
}
