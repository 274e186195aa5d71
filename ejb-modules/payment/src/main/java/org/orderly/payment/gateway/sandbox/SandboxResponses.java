package org.orderly.payment.gateway.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.Money;
import org.orderly.payment.gateway.Authorization;
import org.orderly.payment.gateway.AuthorizationStatus;
import org.orderly.payment.gateway.BalanceTransaction;
import org.orderly.payment.gateway.GatewayEvent;
import org.orderly.payment.gateway.GatewayResult;
import org.orderly.payment.gateway.NextAction;
import org.orderly.payment.gateway.NoGatewayResponse;

/** What the sandbox's JSON means. */
final class SandboxResponses {

  private SandboxResponses() {}

  static Authorization authorization(JsonNode payment) {
    Authorization.Result result =
        switch (required(payment, "state")) {
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

  private static @Nullable NextAction step(JsonNode payment) {
    String page = text(payment, "step");
    return NextAction.stored(page, null);
  }

  static GatewayResult result(JsonNode move) {
    return switch (required(move, "state")) {
      case "COMPLETED" -> GatewayResult.completed(text(move, "id"), money(move, "fee"));
      case "PENDING" -> GatewayResult.pending(text(move, "id"));
      default -> GatewayResult.refused(text(move, "reason"));
    };
  }

  static AuthorizationStatus status(JsonNode payment) {
    return new AuthorizationStatus(
        AuthorizationStatus.State.valueOf(required(payment, "state")),
        text(payment, "id"),
        money(payment, "authorized"),
        money(payment, "captured"),
        money(payment, "refunded"),
        money(payment, "fee"),
        step(payment),
        text(payment, "declineCode"));
  }

  static BalanceTransaction movement(JsonNode move) {
    BalanceTransaction.Kind kind = BalanceTransaction.Kind.valueOf(required(move, "kind"));
    String key = text(move, kind == BalanceTransaction.Kind.CAPTURE ? "paymentKey" : "key");
    return new BalanceTransaction(
        required(move, "id"),
        kind,
        key == null ? null : UUID.fromString(key),
        text(move, "payment"),
        money(move, "amount"),
        money(move, "fee"),
        Instant.ofEpochMilli(move.path("at").asLong()));
  }

  static GatewayEvent event(JsonNode event) {
    String type = text(event, "type");
    GatewayEvent.Kind kind =
        Arrays.stream(GatewayEvent.Kind.values())
            .filter(known -> known.name().equals(type))
            .findFirst()
            .orElse(GatewayEvent.Kind.OTHER);
    return new GatewayEvent(
        required(event, "id"),
        kind,
        uuid(event, "key"),
        text(event, "reference"),
        text(event, "dispute"),
        event.hasNonNull("currency") ? money(event, "amount") : null,
        text(event, "reason"),
        uuid(event, "callKey"),
        Instant.parse(required(event, "at")));
  }

  private static @Nullable UUID uuid(JsonNode node, String name) {
    String text = text(node, name);
    return text == null ? null : UUID.fromString(text);
  }

  private static Money money(JsonNode node, String name) {
    return new Money(node.path(name).asLong(), Currency.getInstance(required(node, "currency")));
  }

  private static String required(JsonNode node, String name) {
    String text = text(node, name);
    if (text == null) {
      throw new NoGatewayResponse("the sandbox does not tell the " + name);
    }
    return text;
  }

  private static @Nullable String text(JsonNode node, String name) {
    return node.hasNonNull(name) ? node.get(name).asText() : null;
  }
}
