package org.orderly.web.operations;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.orderly.platform.events.Outbox;

/** Shows how many events of each domain wait to be sent; not a number (NaN) if unknown. */
@ApplicationScoped
class OutboxMetrics {

  private static final Metadata WAITING =
      Metadata.builder()
          .withName("orderly_outbox_events")
          .withDescription("Events that wait in a database to be sent to the broker")
          .build();

  private final MetricRegistry registry;
  private final Instance<Outbox> outboxes;

  @Inject
  OutboxMetrics(MetricRegistry registry, @Any Instance<Outbox> outboxes) {
    this.registry = registry;
    this.outboxes = outboxes;
  }

  void register(@Observes @Initialized(ApplicationScoped.class) Object started)
      throws NamingException {
    ManagedExecutorService executor =
        InitialContext.doLookup("java:comp/DefaultManagedExecutorService");
    for (Outbox outbox : outboxes) {
      DependencyCheck<Long> waiting =
          new DependencyCheck<>(
              "outbox of " + outbox.domain(), outbox::waiting, executor, System::nanoTime);
      registry.gauge(WAITING, () -> number(waiting), new Tag("domain", outbox.domain()));
    }
  }

  private static Number number(DependencyCheck<Long> waiting) {
    return waiting.answer().<Number>map(count -> count).orElse(Double.NaN);
  }
}
