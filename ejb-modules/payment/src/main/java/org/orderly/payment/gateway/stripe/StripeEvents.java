package org.orderly.payment.gateway.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.Money;
import org.orderly.payment.gateway.ForgedGatewayEvent;
import org.orderly.payment.gateway.GatewayEvent;
import org.orderly.payment.gateway.GatewayEventSignature;

/**
 * Reads Stripe's events. Their objects are read as JSON, not as the library's classes, since an
 * event has the form of the account's version of the API, whichever the library was made for.
 */
@ApplicationScoped
class StripeEvents {

  private final ObjectMapper json = new ObjectMapper();
  private final Optional<String> secret;
  private final Clock clock;

  @Inject
  StripeEvents(
      @ConfigProperty(name = "orderly.stripe.webhook.secret") Optional<String> secret,
      Clock clock) {
    this.secret = secret;
    this.clock = clock;
  }

  /**
   * @throws ForgedGatewayEvent unless the signature is right and no older than the window
   */
  GatewayEvent read(@Nullable String signature, byte[] body) {
    check(secret.orElseThrow(ForgedGatewayEvent::new), signature == null ? "" : signature, body);
    try {
      return event(json.readTree(body));
    } catch (IOException | RuntimeException e) {
      throw new ForgedGatewayEvent();
    }
  }

  private void check(String known, String signature, byte[] body) {
    // the library asks for milliseconds, which the shop's clock of microseconds cannot tell
    Clock now = Clock.fixed(clock.instant(), ZoneOffset.UTC);
    String text = new String(body, StandardCharsets.UTF_8);
    try {
      Webhook.Signature.verifyHeader(
          text, signature, known, GatewayEventSignature.WINDOW.toSeconds(), now);
    } catch (SignatureVerificationException | RuntimeException e) {
      // it trips over headers that are no signatures at all
      throw new ForgedGatewayEvent();
    }
  }

  private static GatewayEvent event(JsonNode event) {
    JsonNode object = event.path("data").path("object");
    GatewayEvent.Kind kind = kind(event.path("type").asText(), object.path("status").asText());
    boolean ofIntent = object.path("object").asText().equals("payment_intent");
    boolean ofDispute = object.path("object").asText().equals("dispute");
    UUID key = StripeIntents.key(metadata(object));
    return new GatewayEvent(
        Optional.ofNullable(text(event, "id")).orElseThrow(ForgedGatewayEvent::new),
        kind,
        ofIntent ? key : null,
        text(object, ofIntent ? "id" : "payment_intent"),
        ofDispute ? text(object, "id") : null,
        amount(object),
        reason(object),
        ofIntent ? null : key,
        Instant.ofEpochSecond(event.path("created").asLong()));
  }

  private static Map<String, String> metadata(JsonNode object) {
    String key = text(object.path("metadata"), StripeIntents.KEY);
    return key == null ? Map.of() : Map.of(StripeIntents.KEY, key);
  }

  private static GatewayEvent.Kind kind(String type, String status) {
    return switch (type) {
      case "payment_intent.amount_capturable_updated" -> GatewayEvent.Kind.AUTHORIZED;
      case "payment_intent.succeeded" -> GatewayEvent.Kind.CAPTURED;
      case "payment_intent.payment_failed" -> GatewayEvent.Kind.DECLINED;
      case "payment_intent.canceled" -> GatewayEvent.Kind.VOIDED;
      case "refund.created", "refund.updated", "charge.refund.updated" ->
          switch (status) {
            case "succeeded" -> GatewayEvent.Kind.REFUNDED;
            case "failed", "canceled" -> GatewayEvent.Kind.REFUND_FAILED;
            default -> GatewayEvent.Kind.OTHER;
          };
      case "refund.failed" -> GatewayEvent.Kind.REFUND_FAILED;
      case "charge.dispute.created" -> GatewayEvent.Kind.DISPUTE_OPENED;
      case "charge.dispute.closed" ->
          status.equals("lost") ? GatewayEvent.Kind.DISPUTE_LOST : GatewayEvent.Kind.DISPUTE_WON;
      default -> GatewayEvent.Kind.OTHER;
    };
  }

  private static @Nullable Money amount(JsonNode object) {
    return object.hasNonNull("amount") && object.hasNonNull("currency")
        ? StripeAmounts.money(object.get("amount").asLong(), object.get("currency").asText())
        : null;
  }

  private static @Nullable String reason(JsonNode object) {
    JsonNode error = object.path("last_payment_error");
    String reason =
        error.isObject()
            ? Optional.ofNullable(text(error, "decline_code")).orElse(text(error, "code"))
            : Optional.ofNullable(text(object, "failure_reason")).orElse(text(object, "reason"));
    return reason == null ? null : StripeRefusal.inKebabCase(reason);
  }

  private static @Nullable String text(JsonNode node, String name) {
    return node.hasNonNull(name) ? node.get(name).asText() : null;
  }
}
