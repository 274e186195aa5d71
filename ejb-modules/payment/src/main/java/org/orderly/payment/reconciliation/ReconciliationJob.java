package org.orderly.payment.reconciliation;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.orderly.kernel.DomainException;
import org.orderly.payment.gateway.NoPaymentGateway;
import org.orderly.platform.jobs.BackgroundJob;

/** Makes the report of each day when it is over and has settled, on one instance. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
class ReconciliationJob {

  private static final Logger LOG = Logger.getLogger(ReconciliationJob.class.getName());
  private static final Duration PAUSE = Duration.ofMinutes(5);

  /** So long after midnight what was moved before it should have been booked. */
  private static final Duration SETTLING = Duration.ofHours(1);

  private static final Duration STOPPING = Duration.ofSeconds(5);

  @Inject private Reconciliations reconciliations;
  @Inject private ReconciliationReportRepository reports;
  @Inject private Clock clock;
  @Resource private ManagedThreadFactory threadFactory;

  private BackgroundJob backgroundJob;

  /** Public, since the EJB container finds no other. */
  public ReconciliationJob() {}

  @PostConstruct
  void start() {
    backgroundJob = BackgroundJob.start(threadFactory, "reconciliation", this::turn);
  }

  @PreDestroy
  void stop() {
    backgroundJob.stop(STOPPING);
  }

  private void turn(BackgroundJob self) throws InterruptedException {
    Thread.sleep(PAUSE.toMillis());
    LocalDate day =
        LocalDate.ofInstant(clock.instant().minus(SETTLING), ZoneOffset.UTC).minusDays(1);
    try {
      if (reports.claim(day)) {
        tell(reconciliations.make(day));
      }
    } catch (NoPaymentGateway e) {
      LOG.log(Level.FINE, "there is no gateway to compare the ledger with", e);
    } catch (DomainException e) {
      LOG.log(Level.WARNING, e, () -> day + " is compared with the gateway later");
    } catch (RuntimeException e) {
      if (!self.isStopping()) {
        LOG.log(Level.WARNING, e, () -> day + " could not be compared with the gateway");
      }
    }
  }

  private static void tell(ReconciliationReport report) {
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
