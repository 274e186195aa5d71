package org.orderly.payment.gateway.stripe;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the loopback Stripe keeps of an account, and its answers; the caller synchronizes. */
final class StripeAccount {

  /** An answer as HTTP has it. */
  record Answer(int status, String body) {}

  private static final ObjectMapper JSON = new ObjectMapper();

  volatile boolean searchLags;
  volatile boolean refundsPend;

  private final Map<String, ObjectNode> intents = new LinkedHashMap<>();
  private final Map<String, ObjectNode> refunds = new LinkedHashMap<>();
  private final List<ObjectNode> booked = new ArrayList<>();
  private int count;

  int intents() {
    return intents.size();
  }

  int refunds() {
    return refunds.size();
  }

  int count() {
    return count;
  }

  void settleRefunds() {
    refunds.values().forEach(refund -> refund.put("status", "succeeded"));
  }

  Answer route(LoopbackStripe.Asked request) {
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

  private Answer create(LoopbackStripe.Asked request) {
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

  private Answer confirmed(ObjectNode intent, LoopbackStripe.Asked request) {
    String charge = "ch_" + ++count;
    intent.put("latest_charge", charge);
    if (intent.get("capture_method").asText().equals("manual")) {
      intent.put("status", "requires_capture").put("amount_capturable", amount(intent));
    } else {
      take(intent, amount(intent));
    }
    return ok(expanded(intent, request));
  }

  private Answer capture(ObjectNode intent, LoopbackStripe.Asked request) {
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

  private Answer refund(LoopbackStripe.Asked request) {
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

  private Answer search(LoopbackStripe.Asked request) {
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

  private ObjectNode expanded(ObjectNode intent, LoopbackStripe.Asked request) {
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

  static Answer error(int status, String type, String code, String message) {
    ObjectNode body = JSON.createObjectNode();
    body.putObject("error").put("type", type).put("code", code).put("message", message);
    return new Answer(status, body.toString());
  }
}
