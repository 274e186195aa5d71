package org.orderly.payment.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.orderly.platform.resilience.CircuitBreakerState;

/**
 * The payment gateways of the shop by name. One is selected for new payments; a payment stays with
 * the gateway that it was made with for as long as that gateway is configured.
 */
@ApplicationScoped
public class Gateways {

  static final String NONE = "none";

  private final Instance<PaymentGateway> adapters;
  private final String selected;
  private final CircuitBreakerState selectedState = closed();
  private final Map<String, CircuitBreakerState> otherStates = new ConcurrentHashMap<>();

  @Inject
  Gateways(
      @Any Instance<PaymentGateway> adapters,
      @ConfigProperty(name = "orderly.payment.gateway", defaultValue = NONE) String selected) {
    this.adapters = adapters;
    this.selected = selected;
  }

  /** The health report shows the gateway of new payments. */
  @Produces
  @Singleton
  CircuitBreakerState selectedState() {
    return selectedState;
  }

  /**
   * The gateway of new payments.
   *
   * @throws NoPaymentGateway if none is selected, or one that does not exist or is not configured
   * @throws GatewayUnavailable if its circuit breaker is open, so that nothing is started in vain
   */
  public PaymentGateway selected() {
    PaymentGateway gateway = find(selected).orElseThrow(NoPaymentGateway::new);
    if (selectedState.report().state() == CircuitBreakerState.State.OPEN) {
      throw new GatewayUnavailable(new CircuitBreakerOpenException());
    }
    return gateway;
  }

  /**
   * The gateway that a payment was made with, whether or not it responds at present.
   *
   * @throws GatewayNotConfigured if the shop has no such gateway, or no longer
   */
  public PaymentGateway named(String name) {
    return find(name).orElseThrow(() -> new GatewayNotConfigured(name));
  }

  /** The gateway of this name; empty if it does not exist or is not configured. */
  public Optional<PaymentGateway> find(String name) {
    return adapters.stream()
        .filter(adapter -> adapter.name().equals(name) && adapter.configured())
        .findFirst()
        .map(this::guarded);
  }

  /** All gateways that are configured, by name. */
  public List<PaymentGateway> configured() {
    return adapters.stream()
        .filter(PaymentGateway::configured)
        .sorted(Comparator.comparing(PaymentGateway::name))
        .map(this::guarded)
        .toList();
  }

  /** The name of the gateway of new payments; empty if there is none. */
  public Optional<String> name() {
    return find(selected).map(PaymentGateway::name);
  }

  private PaymentGateway guarded(PaymentGateway adapter) {
    return new FailureTranslatingGateway(adapter, state(adapter.name()));
  }

  private CircuitBreakerState state(String name) {
    return name.equals(selected)
        ? selectedState
        : otherStates.computeIfAbsent(name, any -> closed());
  }

  private static CircuitBreakerState closed() {
    return new CircuitBreakerState(
        "payment-gateway",
        Duration.ofMillis(ResilientGateway.PAUSE_MILLIS),
        CircuitBreakerOpenException.class);
  }
}
