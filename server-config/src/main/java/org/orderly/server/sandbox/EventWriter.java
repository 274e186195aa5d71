package org.orderly.server.sandbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.orderly.server.sandbox.fault.DeliveryMode;

/** Writes the events of a change, in the delivery mode that the card's token names. */
final class EventWriter {
  private final ObjectMapper json = new ObjectMapper();
  private volatile DeliveryMode usual = DeliveryMode.PLAIN;

  DeliveryMode usual() {
    return usual;
  }

  /** From now on, for all cards that ask for none. */
  void usual(DeliveryMode deliveryMode) {
    usual = deliveryMode;
  }

  /** What to send about a payment; nothing, one notice, or a forged one too. */
  List<SandboxEvent> of(
      String type, SandboxPayment sandboxPayment, long amount, String dispute, String callKey) {
    DeliveryMode deliveryMode = DeliveryMode.of(sandboxPayment.token()).orElse(usual);
    ObjectNode words =
        json.createObjectNode()
            .put("key", sandboxPayment.key())
            .put("reference", sandboxPayment.id())
            .put("dispute", dispute)
            .put("reason", sandboxPayment.declineCode())
            .put("callKey", callKey);
    money(words, sandboxPayment.currency(), amount);
    return told(deliveryMode, type, words);
  }

  private List<SandboxEvent> told(DeliveryMode deliveryMode, String type, ObjectNode words) {
    return switch (deliveryMode) {
      case LOST -> List.of();
      case DUPLICATE -> List.of(event(type, words, 2, false, 0));
      case FORGED ->
          List.of(
              event("REFUNDED", words.deepCopy(), 1, true, 0), event(type, words, 1, false, 200));
      default -> List.of(event(type, words, 1, false, deliveryMode.delay(type)));
    };
  }

  List<SandboxEvent> ofPayout(SandboxTransfer payout) {
    ObjectNode words =
        json.createObjectNode()
            .put("reference", payout.id())
            .put("reason", payout.reason())
            .put("callKey", payout.key());
    money(words, payout.currency(), payout.amount());
    String type = payout.state() == SandboxTransfer.State.COMPLETED ? "PAID_OUT" : "PAYOUT_FAILED";
    return told(usual, type, words);
  }

  /** A notice out of nothing: what an attacker would send, or what came out of order. */
  SandboxEvent bare(String type, SandboxPayment sandboxPayment, boolean forged) {
    ObjectNode words =
        json.createObjectNode()
            .put("key", sandboxPayment.key())
            .put("reference", sandboxPayment.id());
    money(words, sandboxPayment.currency(), sandboxPayment.asked());
    return event(type, words, 1, forged, 0);
  }

  private static void money(ObjectNode words, String currency, long amount) {
    words.put("currency", currency).put("amount", amount);
  }

  private static SandboxEvent event(
      String type, ObjectNode words, int copies, boolean forged, long late) {
    Instant now = Instant.now();
    String id = Ids.next("evt");
    words.put("id", id).put("type", type).put("at", now.toString());
    return new SandboxEvent(
        id, words.toString(), copies, forged, now.toEpochMilli() + late, now.toEpochMilli());
  }
}
