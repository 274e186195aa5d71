package org.orderly.payment.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.orderly.platform.resilience.CircuitBreakerState;

/** Knows which gateway this shop uses. */
@ApplicationScoped
public class Gateways {

  static final String NONE = "none";

  private final Instance<PaymentGateway> known;
  private final String chosen;
  private final ResilientGateway line;
  private final CircuitBreakerState service =
      new CircuitBreakerState(
          "payment-gateway",
          Duration.ofMillis(ResilientGateway.PAUSE_MILLIS),
          CircuitBreakerOpenException.class);

  @Inject
  Gateways(
      @Any Instance<PaymentGateway> known,
      @ConfigProperty(name = "orderly.payment.gateway", defaultValue = NONE) String chosen,
      ResilientGateway line) {
    this.known = known;
    this.line = line;
    this.chosen = chosen;
  }

  @Produces
  @Singleton
  CircuitBreakerState service() {
    return service;
  }

  /**
   * @throws NoPaymentGateway if none is configured, or one that does not exist
   * @throws GatewayUnavailable if it has not answered lately, so that nothing is begun in vain
   */
  public PaymentGateway chosen() {
    PaymentGateway gateway = find().orElseThrow(NoPaymentGateway::new);
    if (service.report().state() == CircuitBreakerState.State.OPEN) {
      throw new GatewayUnavailable(new CircuitBreakerOpenException());
    }
    return new FailureTranslatingGateway(gateway, line, service);
  }

  /**
   * The gateway of this name, whether or not it answers at present.
   *
   * @throws UnknownGateway if it is not the one that this shop uses
   */
  public PaymentGateway named(String name) {
    return find()
        .filter(gateway -> gateway.name().equals(name))
        .map(gateway -> (PaymentGateway) new FailureTranslatingGateway(gateway, line, service))
        .orElseThrow(UnknownGateway::new);
  }

  /** What the gateway of this shop is called; empty if it has none. */
  public Optional<String> name() {
    return find().map(PaymentGateway::name);
  }

  private Optional<PaymentGateway> find() {
    return known.stream().filter(one -> one.name().equals(chosen)).findFirst();
  }
}
