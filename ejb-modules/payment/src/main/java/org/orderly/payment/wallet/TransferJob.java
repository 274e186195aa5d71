package org.orderly.payment.wallet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.orderly.platform.jobs.BackgroundJob;
import org.orderly.platform.resilience.Backoff;

/** Settles the transfers whose result is not known yet, on every instance. */
@ApplicationScoped
class TransferJob {

  @Produces
  static BackgroundJob declare(TransferReconciler reconciler) {
    return BackgroundJob.named("transfer-reconciler")
        .every(Duration.ofSeconds(1))
        .backsOff(Backoff.doubling(Duration.ofSeconds(2), Duration.ofSeconds(30)))
        .trouble("transfers are settled later")
        .runs(stopping -> settleDue(reconciler, stopping));
  }

  private static boolean settleDue(TransferReconciler reconciler, BooleanSupplier stopping) {
    List<TransferRequest> due = reconciler.claim();
    for (TransferRequest transfer : due) {
      if (stopping.getAsBoolean()) {
        break;
      }
      reconciler.settle(transfer);
    }
    return !due.isEmpty();
  }
}
