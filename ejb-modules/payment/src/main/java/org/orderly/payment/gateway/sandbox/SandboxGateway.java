package org.orderly.payment.gateway.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.Money;
import org.orderly.kernel.UserId;
import org.orderly.payment.gateway.Authorization;
import org.orderly.payment.gateway.AuthorizationRequest;
import org.orderly.payment.gateway.AuthorizationStatus;
import org.orderly.payment.gateway.BalanceTransaction;
import org.orderly.payment.gateway.ForgedGatewayEvent;
import org.orderly.payment.gateway.GatewayEvent;
import org.orderly.payment.gateway.GatewayEventSignature;
import org.orderly.payment.gateway.GatewayResult;
import org.orderly.payment.gateway.NoGatewayResponse;
import org.orderly.payment.gateway.PaymentGateway;
import org.orderly.payment.gateway.ResilientGateway;

/**
 * The gateway that {@code ./orderly run} starts beside the shop. Chosen by {@code
 * ORDERLY_PAYMENT_GATEWAY=sandbox}; moves no real money.
 */
@ApplicationScoped
class SandboxGateway implements PaymentGateway {

  private static final String SIGNATURE = "sandbox-signature";
  private static final int MOST_PAGES = 1_000;

  private final ObjectMapper json = new ObjectMapper();
  private final SandboxClient line;
  private final SandboxResilience resilience;
  private final Optional<GatewayEventSignature> signature;

  @Inject
  SandboxGateway(
      SandboxClient line,
      SandboxResilience resilience,
      @ConfigProperty(name = "orderly.sandbox.webhook.secret") Optional<String> secret,
      Clock clock) {
    this.line = line;
    this.resilience = resilience;
    this.signature = secret.map(known -> new GatewayEventSignature(known, clock));
  }

  @Override
  public String name() {
    return "sandbox";
  }

  @Override
  public boolean configured() {
    return line.hasAddress();
  }

  @Override
  public ResilientGateway resilience() {
    return resilience;
  }

  @Override
  public Authorization authorize(AuthorizationRequest request) {
    Map<String, Object> members = members(request.key(), request.amount());
    members.put("token", request.token());
    members.put("captureNow", request.captureNow());
    if (request.returnTo() != null) {
      members.put("returnTo", request.returnTo().toString());
    }
    return SandboxResponses.authorization(line.post("payments", members));
  }

  @Override
  public GatewayResult capture(UUID key, String reference, Money amount) {
    return move(reference, "capture", members(key, amount));
  }

  @Override
  public GatewayResult cancel(UUID key, String reference) {
    return move(reference, "cancel", Map.of("key", key.toString()));
  }

  @Override
  public GatewayResult refund(UUID key, String reference, Money amount) {
    return move(reference, "refund", members(key, amount));
  }

  private GatewayResult move(String reference, String what, Map<String, Object> members) {
    return SandboxResponses.result(
        line.post("payments/" + encoded(reference) + "/" + what, members));
  }

  @Override
  public GatewayResult payOut(UUID key, UserId to, Money amount) {
    Map<String, Object> members = members(key, amount);
    members.put("to", to.value().toString());
    return SandboxResponses.result(line.post("payouts", members));
  }

  private static Map<String, Object> members(UUID key, Money amount) {
    Map<String, Object> members = new HashMap<>();
    members.put("key", key.toString());
    members.put("amount", amount.minorUnits());
    members.put("currency", amount.currency().getCurrencyCode());
    return members;
  }

  @Override
  public AuthorizationStatus status(UUID authorizationKey, @Nullable String referenceOrNull) {
    String path =
        referenceOrNull == null
            ? "payments?key=" + authorizationKey
            : "payments/" + encoded(referenceOrNull);
    return line.get(path).map(SandboxResponses::status).orElseGet(AuthorizationStatus::unknown);
  }

  @Override
  public List<BalanceTransaction> movements(Instant from, Instant to) {
    List<BalanceTransaction> movements = new ArrayList<>();
    String period = "movements?from=" + from.toEpochMilli() + "&to=" + to.toEpochMilli();
    String after = "";
    for (int pages = 0; pages < MOST_PAGES; pages++) {
      JsonNode page =
          line.get(period + "&after=" + encoded(after))
              .orElseThrow(() -> new NoGatewayResponse("the sandbox tells no movements"));
      for (JsonNode move : page.path("items")) {
        movements.add(SandboxResponses.movement(move));
        after = move.path("place").asText();
      }
      if (!page.path("more").asBoolean()) {
        return movements;
      }
    }
    throw new NoGatewayResponse("the sandbox tells movements without an end");
  }

  @Override
  public GatewayEvent readEvent(Map<String, String> headers, byte[] body) {
    signature.orElseThrow(ForgedGatewayEvent::new).check(headers.get(SIGNATURE), body);
    try {
      return SandboxResponses.event(json.readTree(body));
    } catch (IOException | RuntimeException e) {
      throw new ForgedGatewayEvent();
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
