package org.orderly.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.orderly.kernel.OutsideService;

/** Knows which gateway this shop uses. */
@ApplicationScoped
class Gateways {

  static final String NONE = "none";

  private final Instance<PaymentGateway> known;
  private final String chosen;
  private final GatewayLine line;
  private final OutsideService service =
      new OutsideService(
          "payment-gateway",
          Duration.ofMillis(GatewayLine.PAUSE_MILLIS),
          CircuitBreakerOpenException.class);

  @Inject
  Gateways(
      @Any Instance<PaymentGateway> known,
      @ConfigProperty(name = "orderly.payment.gateway", defaultValue = NONE) String chosen,
      GatewayLine line) {
    this.known = known;
    this.line = line;
    this.chosen = chosen;
  }

  @Produces
  @Singleton
  OutsideService service() {
    return service;
  }

  /**
   * @throws NoPaymentGateway if none is configured, or one that does not exist
   * @throws GatewayUnavailable if it has not answered lately, so that nothing is begun in vain
   */
  PaymentGateway chosen() {
    PaymentGateway gateway =
        known.stream()
            .filter(one -> one.name().equals(chosen))
            .findFirst()
            .orElseThrow(NoPaymentGateway::new);
    if (service.report().state() == OutsideService.State.OPEN) {
      throw new GatewayUnavailable(new CircuitBreakerOpenException());
    }
    return new GuardedGateway(gateway, line, service);
  }
}
