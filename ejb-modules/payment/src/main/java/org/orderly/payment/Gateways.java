package org.orderly.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Knows which gateway this shop uses. */
@ApplicationScoped
class Gateways {

  static final String NONE = "none";

  private final Instance<PaymentGateway> known;
  private final String chosen;

  @Inject
  Gateways(
      @Any Instance<PaymentGateway> known,
      @ConfigProperty(name = "orderly.payment.gateway", defaultValue = NONE) String chosen) {
    this.known = known;
    this.chosen = chosen;
  }

  /**
   * @throws NoPaymentGateway if none is configured, or one that does not exist
   */
  PaymentGateway chosen() {
    return known.stream()
        .filter(gateway -> gateway.name().equals(chosen))
        .findFirst()
        .orElseThrow(NoPaymentGateway::new);
  }
}
