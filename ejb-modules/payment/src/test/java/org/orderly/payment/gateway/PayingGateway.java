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
  public Authorization authorize(AuthorizationRequest request) {
    return new Authorization(Authorization.Result.AUTHORIZED, "a", null, null, null);
  }

  @Override
  public Outcome capture(UUID key, String reference, Money amount) {
    return Outcome.completed(reference, null);
  }

  @Override
  public Outcome cancel(UUID key, String reference) {
    return Outcome.completed(reference, null);
  }

  @Override
  public Outcome refund(UUID key, String reference, Money amount) {
    return Outcome.completed("r", null);
  }

  @Override
  public Outcome payOut(UUID key, UserId to, Money amount) {
    return Outcome.completed("p", null);
  }

  @Override
  public Standing status(UUID authorizationKey, String referenceOrNull) {
    return Standing.unknown();
  }

  @Override
  public List<Movement> movements(Instant from, Instant to) {
    return List.of();
  }

  @Override
  public Notice notice(Map<String, String> headers, byte[] body) {
    throw new ForgedNotice();
  }
}
