package org.orderly.integrity.indoubt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Duration;
import org.orderly.platform.jobs.BackgroundJob;

/** Resolves in-doubt transactions: once before the application is ready, then all the time. */
@ApplicationScoped
class InDoubtResolverJob {

  private static final Duration PAUSE = Duration.ofSeconds(2);

  @Inject private RecoveryStartup startup;
  @Inject private InDoubtTransactions transactions;

  @Produces
  BackgroundJob declare() {
    return BackgroundJob.named("in-doubt-resolver")
        .prepares(this::prepare)
        .firstAfter(PAUSE)
        .every(PAUSE)
        .trouble("in-doubt transactions are resolved later")
        .repeats(this::resolve);
  }

  private void prepare() {
    startup.take();
    transactions.resolve();
  }

  private void resolve() {
    transactions.resolve();
    startup.keep();
  }
}
