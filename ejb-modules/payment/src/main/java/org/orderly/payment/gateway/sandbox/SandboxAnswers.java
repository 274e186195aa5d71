package org.orderly.payment.gateway.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.UUID;
import org.orderly.kernel.Money;
import org.orderly.payment.gateway.Authorization;
import org.orderly.payment.gateway.Movement;
import org.orderly.payment.gateway.NextAction;
import org.orderly.payment.gateway.Notice;
import org.orderly.payment.gateway.Outcome;
import org.orderly.payment.gateway.Standing;

/** What the sandbox's JSON means. */
final class SandboxAnswers {

  private SandboxAnswers() {}

  static Authorization authorization(JsonNode payment) {
    Authorization.Result result =
        switch (text(payment, "state")) {
          case "ACTION_REQUIRED" -> Authorization.Result.ACTION_REQUIRED;
          case "AUTHORIZED" -> Authorization.Result.AUTHORIZED;
          case "CAPTURED" -> Authorization.Result.CAPTURED;
          default -> Authorization.Result.DECLINED;
        };
    String decline = text(payment, "declineCode");
    boolean declined = result == Authorization.Result.DECLINED;
    return new Authorization(
        result,
        text(payment, "id"),
        step(payment),
        declined && decline == null ? "voided" : decline,
        result == Authorization.Result.CAPTURED ? money(payment, "fee") : null);
  }

  private static NextAction step(JsonNode payment) {
    String page = text(payment, "step");
    return page == null ? null : new NextAction(URI.create(page), null);
  }

  static Outcome outcome(JsonNode move) {
    return switch (text(move, "state")) {
      case "COMPLETED" -> Outcome.completed(text(move, "id"), money(move, "fee"));
      case "PENDING" -> Outcome.pending(text(move, "id"));
      default -> Outcome.refused(text(move, "reason"));
    };
  }

  static Standing standing(JsonNode payment) {
    return new Standing(
        Standing.State.valueOf(text(payment, "state")),
        text(payment, "id"),
        money(payment, "authorized"),
        money(payment, "captured"),
        money(payment, "refunded"),
        money(payment, "fee"),
        step(payment),
        text(payment, "declineCode"));
  }

  static Movement movement(JsonNode move) {
    Movement.Kind kind = Movement.Kind.valueOf(text(move, "kind"));
    String key = text(move, kind == Movement.Kind.CAPTURE ? "paymentKey" : "key");
    return new Movement(
        text(move, "id"),
        kind,
        key == null ? null : UUID.fromString(key),
        text(move, "payment"),
        money(move, "amount"),
        money(move, "fee"),
        Instant.ofEpochMilli(move.path("at").asLong()));
  }

  static Notice notice(JsonNode event) {
    String type = text(event, "type");
    Notice.Kind kind =
        Arrays.stream(Notice.Kind.values())
            .filter(known -> known.name().equals(type))
            .findFirst()
            .orElse(Notice.Kind.OTHER);
    return new Notice(
        text(event, "id"),
        kind,
        uuid(event, "key"),
        text(event, "reference"),
        text(event, "dispute"),
        event.hasNonNull("currency") ? money(event, "amount") : null,
        text(event, "reason"),
        uuid(event, "callKey"),
        Instant.parse(text(event, "at")));
  }

  private static UUID uuid(JsonNode node, String name) {
    String text = text(node, name);
    return text == null ? null : UUID.fromString(text);
  }

  private static Money money(JsonNode node, String name) {
    return new Money(node.path(name).asLong(), Currency.getInstance(text(node, "currency")));
  }

  private static String text(JsonNode node, String name) {
    return node.hasNonNull(name) ? node.get(name).asText() : null;
  }
}
