package org.orderly.payment.gateway.stripe;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

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

  private record Answer(int status, String body) {}

  private static final ObjectMapper JSON = new ObjectMapper();

  final List<Asked> asked = new CopyOnWriteArrayList<>();
  volatile Mishap next = Mishap.NONE;
  volatile boolean searchLags;
  volatile boolean refundsPend;

  private final Map<String, ObjectNode> intents = new LinkedHashMap<>();
  private final Map<String, ObjectNode> refunds = new LinkedHashMap<>();
  private final List<ObjectNode> booked = new ArrayList<>();
  private final Map<String, Answer> first = new HashMap<>();
  private final Map<String, Map<String, String>> firstForm = new HashMap<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;
  private int count;

  LoopbackStripe() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** How many PaymentIntents were made, whatever was answered. */
  synchronized int intents() {
    return intents.size();
  }

  synchronized int refunds() {
    return refunds.size();
  }

  synchronized void forgetIdempotencyKeys() {
    first.clear();
  }

  synchronized void settleRefunds() {
    refunds.values().forEach(refund -> refund.put("status", "succeeded"));
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
    Answer answer = answer(exchange, request, mishap);
    if (mishap == Mishap.SILENT_AFTER) {
      return;
    }
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.getResponseHeaders().set("Request-Id", "req_" + count);
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

  private synchronized Answer answer(HttpExchange exchange, Asked request, Mishap mishap) {
    if (!("Bearer " + KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      return error(401, "invalid_request_error", null, "Invalid API Key provided");
    }
    if (mishap == Mishap.ERROR_500) {
      return error(500, "api_error", null, "Something went wrong");
    }
    if (mishap == Mishap.BUSY_429) {
      return error(429, "invalid_request_error", "rate_limit", "Too many requests");
    }
    String key = request.idempotencyKey();
    if (key == null || request.method().equals("GET")) {
      return route(request);
    }
    if (first.containsKey(key)) {
      return firstForm.get(key).equals(request.form())
          ? first.get(key)
          : error(400, "idempotency_error", null, "Keys can only be used with the same parameters");
    }
    Answer answer = route(request);
    first.put(key, answer);
    firstForm.put(key, request.form());
    return answer;
  }

  private Answer route(Asked request) {
    String[] path = request.path().split("/");
    String what = request.method() + " " + path[2] + (path.length > 4 ? " " + path[4] : "");
    if (path.length > 3 && path[2].equals("payment_intents") && !path[3].equals("search")) {
      ObjectNode intent = intents.get(path[3]);
      if (intent == null) {
        return error(404, "invalid_request_error", "resource_missing", "No such payment_intent");
      }
      return switch (what) {
        case "POST payment_intents capture" -> capture(intent, request);
        case "POST payment_intents cancel" -> cancel(intent);
        default -> ok(expanded(intent, request));
      };
    }
    return switch (what) {
      case "POST payment_intents" -> create(request);
      case "GET payment_intents" -> path.length > 3 ? search(request) : list(intents.values());
      case "POST refunds" -> refund(request);
      case "GET refunds" -> list(refunds.values());
      case "GET balance_transactions" -> list(booked);
      default -> error(404, "invalid_request_error", null, "Unrecognized request URL");
    };
  }

  private Answer create(Asked request) {
    Map<String, String> form = request.form();
    String method = form.getOrDefault("payment_method", "pm_card_visa");
    if (method.equals("pm_missing")) {
      return error(400, "invalid_request_error", "resource_missing", "No such PaymentMethod");
    }
    String id = "pi_" + ++count;
    ObjectNode intent =
        JSON.createObjectNode()
            .put("id", id)
            .put("object", "payment_intent")
            .put("amount", Long.parseLong(form.get("amount")))
            .put("amount_capturable", 0)
            .put("amount_received", 0)
            .put("capture_method", form.get("capture_method"))
            .put("client_secret", id + "_secret_x")
            .put("created", 1_700_000_000 + count)
            .put("currency", form.get("currency"))
            .putNull("latest_charge");
    metadata(intent, form);
    intents.put(id, intent);
    return switch (method) {
      case "pm_card_chargeDeclined" -> declined(intent);
      case "pm_card_threeDSecure2Required" -> stepped(intent, form);
      default -> confirmed(intent, request);
    };
  }

  private Answer declined(ObjectNode intent) {
    intent.put("status", "requires_payment_method");
    intent
        .putObject("last_payment_error")
        .put("type", "card_error")
        .put("code", "card_declined")
        .put("decline_code", "insufficient_funds");
    ObjectNode error = JSON.createObjectNode();
    error
        .putObject("error")
        .put("type", "card_error")
        .put("code", "card_declined")
        .put("decline_code", "insufficient_funds")
        .put("message", "Your card has insufficient funds.")
        .set("payment_intent", intent);
    return new Answer(402, error.toString());
  }

  private static Answer stepped(ObjectNode intent, Map<String, String> form) {
    intent.put("status", "requires_action");
    ObjectNode action = intent.putObject("next_action");
    if (form.containsKey("return_url")) {
      action.put("type", "redirect_to_url");
      action
          .putObject("redirect_to_url")
          .put("return_url", form.get("return_url"))
          .put("url", "https://hooks.stripe.com/redirect/authenticate/src_1");
    } else {
      action.put("type", "use_stripe_sdk").putObject("use_stripe_sdk");
    }
    return ok(intent);
  }

  private Answer confirmed(ObjectNode intent, Asked request) {
    String charge = "ch_" + ++count;
    intent.put("latest_charge", charge);
    if (intent.get("capture_method").asText().equals("manual")) {
      intent.put("status", "requires_capture").put("amount_capturable", amount(intent));
    } else {
      take(intent, amount(intent));
    }
    return ok(expanded(intent, request));
  }

  private Answer capture(ObjectNode intent, Asked request) {
    if (!intent.get("status").asText().equals("requires_capture")) {
      return error(
          400, "invalid_request_error", "payment_intent_unexpected_state", "Not to be captured");
    }
    long amount = Long.parseLong(request.form().get("amount_to_capture"));
    if (amount > amount(intent)) {
      return error(400, "invalid_request_error", "amount_too_large", "Too much");
    }
    take(intent, amount);
    return ok(expanded(intent, request));
  }

  private void take(ObjectNode intent, long amount) {
    intent.put("status", "succeeded").put("amount_received", amount).put("amount_capturable", 0);
    booked.add(0, booked(intent, "charge", amount, charge(intent)));
  }

  private static Answer cancel(ObjectNode intent) {
    String status = intent.get("status").asText();
    if (status.equals("succeeded") || status.equals("canceled")) {
      return error(
          400, "invalid_request_error", "payment_intent_unexpected_state", "Not to be canceled");
    }
    return ok(intent.put("status", "canceled"));
  }

  private Answer refund(Asked request) {
    ObjectNode intent = intents.get(request.form().get("payment_intent"));
    long amount = Long.parseLong(request.form().get("amount"));
    if (refunded(intent) + amount > intent.get("amount_received").asLong()) {
      return error(400, "invalid_request_error", null, "Refund amount is greater than the charge");
    }
    ObjectNode refund =
        JSON.createObjectNode()
            .put("id", "re_" + ++count)
            .put("object", "refund")
            .put("amount", amount)
            .put("currency", intent.get("currency").asText())
            .put("payment_intent", intent.get("id").asText())
            .put("status", refundsPend ? "pending" : "succeeded");
    metadata(refund, request.form());
    refunds.put(refund.get("id").asText(), refund);
    booked.add(0, booked(intent, "refund", -amount, refund));
    return ok(refund);
  }

  private long refunded(ObjectNode intent) {
    return refunds.values().stream()
        .filter(refund -> refund.get("payment_intent").equals(intent.get("id")))
        .mapToLong(refund -> refund.get("amount").asLong())
        .sum();
  }

  private Answer search(Asked request) {
    String wanted = request.form().get("query");
    List<ObjectNode> found =
        searchLags
            ? List.of()
            : intents.values().stream()
                .filter(
                    intent ->
                        wanted.equals(
                            "metadata['orderly_key']:'"
                                + intent.get("metadata").get("orderly_key").asText()
                                + "'"))
                .toList();
    return list(found);
  }

  private static Answer list(Collection<ObjectNode> items) {
    ObjectNode list = JSON.createObjectNode().put("object", "list").put("has_more", false);
    ArrayNode data = list.putArray("data");
    items.stream()
        .sorted(Comparator.comparing((ObjectNode one) -> -one.path("created").asLong()))
        .forEach(data::add);
    return ok(list);
  }

  private ObjectNode expanded(ObjectNode intent, Asked request) {
    if (intent.get("latest_charge").isNull()
        || !"latest_charge.balance_transaction".equals(request.form().get("expand[0]"))) {
      return intent;
    }
    ObjectNode with = intent.deepCopy();
    ObjectNode charge = charge(intent);
    if (intent.get("status").asText().equals("succeeded")) {
      charge.set(
          "balance_transaction",
          booked(intent, "charge", intent.get("amount_received").asLong(), charge.deepCopy()));
    }
    with.set("latest_charge", charge);
    return with;
  }

  private ObjectNode charge(ObjectNode intent) {
    ObjectNode charge =
        JSON.createObjectNode()
            .put("id", intent.get("latest_charge").asText())
            .put("object", "charge")
            .put("amount_refunded", refunded(intent))
            .put("payment_intent", intent.get("id").asText());
    charge.set("metadata", intent.get("metadata"));
    return charge;
  }

  private ObjectNode booked(ObjectNode intent, String type, long amount, ObjectNode source) {
    ObjectNode booked =
        JSON.createObjectNode()
            .put("id", "txn_" + ++count)
            .put("object", "balance_transaction")
            .put("amount", amount)
            .put("created", 1_700_000_000 + count)
            .put("currency", intent.get("currency").asText())
            .put("fee", amount < 0 ? 0 : 25 + amount * 15 / 1_000)
            .put("reporting_category", type)
            .put("type", type);
    booked.set("source", source);
    return booked;
  }

  private static void metadata(ObjectNode node, Map<String, String> form) {
    node.putObject("metadata").put("orderly_key", form.get("metadata[orderly_key]"));
  }

  private static long amount(ObjectNode intent) {
    return intent.get("amount").asLong();
  }

  private static Answer ok(ObjectNode body) {
    return new Answer(200, body.toString());
  }

  private static Answer error(int status, String type, String code, String message) {
    ObjectNode body = JSON.createObjectNode();
    body.putObject("error").put("type", type).put("code", code).put("message", message);
    return new Answer(status, body.toString());
  }
}
