package org.orderly.payment.gateway;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.orderly.kernel.Money;
import org.orderly.kernel.UserId;

/** A gateway that agrees to everything at once. */
class PayingGateway implements PaymentGateway {

  @Override
  public String name() {
    return "paying";
  }

  @Override
  public boolean configured() {
    return true;
  }

  @Override
  public ResilientGateway resilience() {
    return new DirectCalls();
  }

  @Override
  public Authorization authorize(AuthorizationRequest request) {
    return new Authorization(Authorization.Result.AUTHORIZED, "a", null, null, null);
  }

  @Override
  public GatewayResult capture(UUID key, String reference, Money amount) {
    return GatewayResult.completed(reference);
  }

  @Override
  public GatewayResult cancel(UUID key, String reference) {
    return GatewayResult.completed(reference);
  }

  @Override
  public GatewayResult refund(UUID key, String reference, Money amount) {
    return GatewayResult.completed("r");
  }

  @Override
  public GatewayResult payOut(UUID key, UserId to, Money amount) {
    return GatewayResult.completed("p");
  }

  @Override
  public AuthorizationStatus status(UUID authorizationKey, String referenceOrNull) {
    return AuthorizationStatus.unknown();
  }

  @Override
  public List<BalanceTransaction> movements(Instant from, Instant to) {
    return List.of();
  }

  @Override
  public GatewayEvent readEvent(Map<String, String> headers, byte[] body) {
    throw new ForgedGatewayEvent();
  }
}
