package org.orderly.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import org.orderly.payment.intent.AbandonedAuthorizations;
import org.orderly.payment.task.PaymentTaskRepository;
import org.orderly.platform.jobs.BackgroundJob;
import org.orderly.platform.resilience.Backoff;

/** Does gateway tasks, and releases card authorizations that no order was placed on. */
@ApplicationScoped
class PaymentJobs {

  /** So many gateway calls at once, since gateways are slow, and leave room for checkouts. */
  private static final int WORKERS = 4;

  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Backoff BACKOFF = Backoff.constant(Duration.ofSeconds(2));
  private static final Duration STOPS_WITHIN = Duration.ofSeconds(10);
  private static final String TROUBLE = "payments wait";

  @Produces
  static BackgroundJob tasks(GatewayTaskRunner runner, PaymentTaskRepository tasks) {
    return BackgroundJob.named("payment-tasks")
        .workers(WORKERS)
        .every(POLL)
        .wokenBy(tasks::await)
        .backsOff(BACKOFF)
        .trouble(TROUBLE)
        .stopsWithin(STOPS_WITHIN)
        .runs(
            stopping -> {
              boolean done = runner.doNext();
              if (done) {
                tasks.callAnother();
              }
              return done;
            });
  }

  @Produces
  static BackgroundJob abandonedAuthorizations(AbandonedAuthorizations authorizations) {
    return BackgroundJob.named("abandoned-authorizations")
        .every(POLL)
        .backsOff(BACKOFF)
        .trouble(TROUBLE)
        .stopsWithin(STOPS_WITHIN)
        .runs(stopping -> authorizations.giveUpNext());
  }
}
