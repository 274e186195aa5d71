package org.orderly.server.sandbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/** Words what the shop is told of a change, in the manner that the card's token asks for. */
final class Telling {
  private final ObjectMapper json = new ObjectMapper();
  private volatile Manner usual = Manner.PLAIN;

  Manner usual() {
    return usual;
  }

  /** From now on, for all cards that ask for none. */
  void usual(Manner manner) {
    usual = manner;
  }

  /** What to send about a payment; nothing, one notice, or a forged one too. */
  List<Event> of(String type, Payment payment, long amount, String dispute, String callKey) {
    Manner manner = Manner.of(payment.token()).orElse(usual);
    ObjectNode words =
        json.createObjectNode()
            .put("key", payment.key())
            .put("reference", payment.id())
            .put("dispute", dispute)
            .put("reason", payment.declineCode())
            .put("callKey", callKey);
    money(words, payment.currency(), amount);
    return told(manner, type, words);
  }

  private List<Event> told(Manner manner, String type, ObjectNode words) {
    return switch (manner) {
      case LOST -> List.of();
      case DUPLICATE -> List.of(event(type, words, 2, false, 0));
      case FORGED ->
          List.of(
              event("REFUNDED", words.deepCopy(), 1, true, 0), event(type, words, 1, false, 200));
      default -> List.of(event(type, words, 1, false, manner.delay(type)));
    };
  }

  List<Event> ofPayout(Move payout) {
    ObjectNode words =
        json.createObjectNode()
            .put("reference", payout.id())
            .put("reason", payout.reason())
            .put("callKey", payout.key());
    money(words, payout.currency(), payout.amount());
    String type = payout.state() == Move.State.COMPLETED ? "PAID_OUT" : "PAYOUT_FAILED";
    return told(usual, type, words);
  }

  /** A notice out of nothing: what an attacker would send, or what came out of order. */
  Event bare(String type, Payment payment, boolean forged) {
    ObjectNode words =
        json.createObjectNode().put("key", payment.key()).put("reference", payment.id());
    money(words, payment.currency(), payment.asked());
    return event(type, words, 1, forged, 0);
  }

  private static void money(ObjectNode words, String currency, long amount) {
    words.put("currency", currency).put("amount", amount);
  }

  private static Event event(String type, ObjectNode words, int copies, boolean forged, long late) {
    Instant now = Instant.now();
    String id = Ids.next("evt");
    words.put("id", id).put("type", type).put("at", now.toString());
    return new Event(
        id, words.toString(), copies, forged, now.toEpochMilli() + late, now.toEpochMilli());
  }
}
