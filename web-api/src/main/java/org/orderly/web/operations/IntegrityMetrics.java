package org.orderly.web.operations;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.orderly.integrity.IntegrityChecks;
import org.orderly.integrity.ScanStatus;
import org.orderly.integrity.indoubt.InDoubtReport;
import org.orderly.integrity.indoubt.InDoubtTransactions;

/**
 * Shows what the integrity scan knows, and what is prepared in the databases; not a number (NaN) if
 * unknown.
 */
@ApplicationScoped
class IntegrityMetrics {

  private final MetricRegistry registry;
  private final IntegrityChecks integrityChecks;
  private final InDoubtTransactions transactions;
  private final Clock clock;

  @Inject
  IntegrityMetrics(
      MetricRegistry registry,
      IntegrityChecks integrityChecks,
      InDoubtTransactions transactions,
      Clock clock) {
    this.registry = registry;
    this.integrityChecks = integrityChecks;
    this.transactions = transactions;
    this.clock = clock;
  }

  void register(@Observes @Initialized(ApplicationScoped.class) Object started)
      throws NamingException {
    ManagedExecutorService executor =
        InitialContext.doLookup("java:comp/DefaultManagedExecutorService");
    DependencyCheck<ScanStatus> status =
        new DependencyCheck<>(
            "the auditor's record", integrityChecks::status, executor, System::nanoTime);
    books(status);
    DependencyCheck<List<InDoubtReport.Branch>> inDoubt =
        new DependencyCheck<>(
            "what is prepared",
            () -> transactions.report().olderThan(Duration.ZERO),
            executor,
            System::nanoTime);
    gauge("orderly_in_doubt_branches", "Prepared transactions", inDoubt, List::size);
    gauge(
        "orderly_in_doubt_oldest_seconds",
        "Age of the oldest prepared transaction; 0 if there is none",
        inDoubt,
        IntegrityMetrics::oldest);
  }

  private void books(DependencyCheck<ScanStatus> status) {
    gauge("orderly_integrity_ok", "1 if no violation stands", status, known -> known.ok() ? 1 : 0);
    gauge(
        "orderly_integrity_pass_age_seconds",
        "Since when all books have been looked at",
        status,
        known -> age(known.completedAt()));
    for (String check : ScanStatus.CHECKS) {
      gauge(
          "orderly_invariant_violations",
          "Violations that stand, by invariant",
          status,
          known -> known.violations().get(check),
          new Tag("check", check));
    }
  }

  private <T> void gauge(
      String name,
      String what,
      DependencyCheck<T> dependencyCheck,
      Function<T, Number> value,
      Tag... tags) {
    Metadata metadata = Metadata.builder().withName(name).withDescription(what).build();
    registry.gauge(metadata, () -> dependencyCheck.answer().map(value).orElse(Double.NaN), tags);
  }

  private Number age(Instant instant) {
    return Optional.ofNullable(instant)
        .<Number>map(since -> Duration.between(since, clock.instant()).toSeconds())
        .orElse(Double.NaN);
  }

  private static Number oldest(List<InDoubtReport.Branch> branches) {
    return branches.stream().mapToLong(InDoubtReport.Branch::ageSeconds).max().orElse(0);
  }
}
