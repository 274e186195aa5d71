package org.orderly.payment.gateway.sandbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.orderly.kernel.Money;
import org.orderly.kernel.UserId;
import org.orderly.payment.gateway.Authorization;
import org.orderly.payment.gateway.AuthorizationRequest;
import org.orderly.payment.gateway.ForgedNotice;
import org.orderly.payment.gateway.Movement;
import org.orderly.payment.gateway.Notice;
import org.orderly.payment.gateway.Outcome;
import org.orderly.payment.gateway.PaymentGateway;
import org.orderly.payment.gateway.Standing;

/** Agrees to every transfer at once. Chosen by {@code ORDERLY_PAYMENT_GATEWAY=sandbox}. */
@ApplicationScoped
class SandboxGateway implements PaymentGateway {

  @Override
  public String name() {
    return "sandbox";
  }

  @Override
  public Authorization authorize(AuthorizationRequest request) {
    return new Authorization(
        request.captureNow() ? Authorization.Result.CAPTURED : Authorization.Result.AUTHORIZED,
        request.key().toString(),
        null,
        null,
        null);
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
    return Outcome.completed(key.toString(), null);
  }

  @Override
  public Outcome payOut(UUID key, UserId to, Money amount) {
    return Outcome.completed(key.toString(), null);
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
