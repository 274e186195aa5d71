package org.orderly.payment.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.orderly.payment.gateway.NoPaymentGateway;
import org.orderly.platform.jobs.BackgroundJob;

/** Makes the reconciliation report of each day once it has settled, on one instance. */
@ApplicationScoped
class ReconciliationJob {

  private static final Logger LOG = Logger.getLogger(ReconciliationJob.class.getName());
  private static final Duration PAUSE = Duration.ofMinutes(5);

  /** So long after midnight the ledger should hold what was moved before it. */
  private static final Duration SETTLING = Duration.ofHours(1);

  private final Reconciliations reconciliations;
  private final ReconciliationReportRepository reports;
  private final Clock clock;

  @Inject
  ReconciliationJob(
      Reconciliations reconciliations, ReconciliationReportRepository reports, Clock clock) {
    this.reconciliations = reconciliations;
    this.reports = reports;
    this.clock = clock;
  }

  @Produces
  BackgroundJob declare() {
    return BackgroundJob.named("reconciliation")
        .firstAfter(PAUSE)
        .every(PAUSE)
        .trouble("the ledger is compared with the gateway later")
        .repeats(this::reportYesterday);
  }

  private void reportYesterday() {
    LocalDate day =
        LocalDate.ofInstant(clock.instant().minus(SETTLING), ZoneOffset.UTC).minusDays(1);
    try {
      if (reports.claim(day)) {
        log(reconciliations.make(day));
      }
    } catch (NoPaymentGateway e) {
      LOG.log(Level.FINE, "there is no gateway to compare the ledger with", e);
    }
  }

  private static void log(ReconciliationReport report) {
    Level level = report.ok() ? Level.INFO : Level.WARNING;
    LOG.log(
        level,
        () ->
            "gateway and ledger on %s: %d matched, %d missing in the ledger, %d at the gateway, %d differ"
                .formatted(
                    report.date(),
                    report.matched(),
                    report.missingInLedger(),
                    report.missingAtGateway(),
                    report.amountDiffers()));
  }
}
