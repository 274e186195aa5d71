package org.orderly.web.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/**
 * Reports each part under its own name.
 *
 * <p>An instance without one of its databases is not ready. Redis and the broker are shared by all
 * instances and the shop sells without them, so they are reported and change no status.
 */
@ApplicationScoped
class HealthChecks {

  private final HealthDependencies healthDependencies;

  @Inject
  HealthChecks(HealthDependencies healthDependencies) {
    this.healthDependencies = healthDependencies;
  }

  @Produces
  @Liveness
  HealthCheck process() {
    return () -> HealthCheckResponse.up("process");
  }

  @Produces
  @Readiness
  HealthCheck identityDatabase() {
    return database("identity");
  }

  @Produces
  @Readiness
  HealthCheck catalogDatabase() {
    return database("catalog");
  }

  @Produces
  @Readiness
  HealthCheck inventoryDatabase() {
    return database("inventory");
  }

  @Produces
  @Readiness
  HealthCheck orderingDatabase() {
    return database("ordering");
  }

  @Produces
  @Readiness
  HealthCheck paymentDatabase() {
    return database("payment");
  }

  @Produces
  @Readiness
  HealthCheck notificationDatabase() {
    return database("notification");
  }

  @Produces
  @Readiness
  HealthCheck redis() {
    return dispensable(
        HealthDependencies.REDIS, "no carts: only orders that list their items are placed");
  }

  @Produces
  @Readiness
  HealthCheck broker() {
    return dispensable(
        HealthDependencies.BROKER, "events wait in the databases: mails and messages come later");
  }

  private HealthCheck database(String domain) {
    String part = HealthDependencies.database(domain);
    return () ->
        HealthCheckResponse.named(part).status(healthDependencies.isReachable(part)).build();
  }

  private HealthCheck dispensable(String part, String effect) {
    return () -> {
      boolean reachable = healthDependencies.isReachable(part);
      var report = HealthCheckResponse.named(part).up().withData("reachable", reachable);
      return (reachable ? report : report.withData("effect", effect)).build();
    };
  }
}
