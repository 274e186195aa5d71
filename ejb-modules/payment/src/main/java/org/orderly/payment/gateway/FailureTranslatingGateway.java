package org.orderly.payment.gateway;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.DomainException;
import org.orderly.kernel.Money;
import org.orderly.kernel.UserId;
import org.orderly.platform.resilience.CircuitBreakerState;

/** A gateway whose failures become {@link GatewayUnavailable}. */
record FailureTranslatingGateway(PaymentGateway gateway, CircuitBreakerState service)
    implements PaymentGateway {

  @Override
  public String name() {
    return gateway.name();
  }

  @Override
  public boolean configured() {
    return gateway.configured();
  }

  @Override
  public ResilientGateway resilience() {
    return gateway.resilience();
  }

  @Override
  public Authorization authorize(AuthorizationRequest request) {
    return call(() -> gateway.authorize(request));
  }

  @Override
  public GatewayResult capture(UUID key, String reference, Money amount) {
    return call(() -> gateway.capture(key, reference, amount));
  }

  @Override
  public GatewayResult cancel(UUID key, String reference) {
    return call(() -> gateway.cancel(key, reference));
  }

  @Override
  public GatewayResult refund(UUID key, String reference, Money amount) {
    return call(() -> gateway.refund(key, reference, amount));
  }

  @Override
  public GatewayResult payOut(UUID key, UserId to, Money amount) {
    return call(() -> gateway.payOut(key, to, amount));
  }

  @Override
  public AuthorizationStatus status(UUID authorizationKey, @Nullable String referenceOrNull) {
    return call(() -> gateway.status(authorizationKey, referenceOrNull));
  }

  @Override
  public List<BalanceTransaction> movements(Instant from, Instant to) {
    return call(() -> gateway.movements(from, to));
  }

  /** Calls no service: the signature is verified here. */
  @Override
  public GatewayEvent readEvent(Map<String, String> headers, byte[] body) {
    return gateway.readEvent(headers, body);
  }

  private <T> T call(Supplier<T> question) {
    try {
      return service.call(() -> resilience().ask(question));
    } catch (DomainException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new GatewayUnavailable(e);
    }
  }
}
