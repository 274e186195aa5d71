package org.orderly.web.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import org.orderly.platform.resilience.CircuitBreakerState;

/** The circuit breakers of this instance, one for each external service. */
@ApplicationScoped
public class CircuitBreakerStates {

  private final Instance<CircuitBreakerState> services;
  private final HealthDependencies healthDependencies;

  @Inject
  CircuitBreakerStates(
      @Any Instance<CircuitBreakerState> services, HealthDependencies healthDependencies) {
    this.services = services;
    this.healthDependencies = healthDependencies;
  }

  /**
   * By name. Redis is asked for it if nobody has lately; the others are as their last call said.
   */
  public List<CircuitBreakerState.Report> reports() {
    healthDependencies.isReachable(HealthDependencies.REDIS);
    return services.stream()
        .map(CircuitBreakerState::report)
        .sorted(Comparator.comparing(CircuitBreakerState.Report::name))
        .toList();
  }
}
