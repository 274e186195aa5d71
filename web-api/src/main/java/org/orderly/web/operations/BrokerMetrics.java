package org.orderly.web.operations;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.orderly.platform.events.BrokerQueues;
import org.orderly.platform.events.DeadLetters;

/** Shows how many messages were set aside; not a number (NaN) if unknown. */
@ApplicationScoped
class BrokerMetrics {

  private static final Metadata SET_ASIDE =
      Metadata.builder()
          .withName("orderly_dead_letters")
          .withDescription("Messages that no try of their consumer could handle")
          .build();

  private final MetricRegistry registry;
  private final BrokerQueues queues;

  @Inject
  BrokerMetrics(MetricRegistry registry, BrokerQueues queues) {
    this.registry = registry;
    this.queues = queues;
  }

  void register(@Observes @Initialized(ApplicationScoped.class) Object started)
      throws NamingException {
    ManagedExecutorService executor =
        InitialContext.doLookup("java:comp/DefaultManagedExecutorService");
    DependencyCheck<List<BrokerQueues.Queue>> all =
        new DependencyCheck<>(
            "the broker's management",
            () -> queues.all().orElseThrow(),
            executor,
            System::nanoTime);
    registry.gauge(SET_ASIDE, () -> number(all));
  }

  private static Number number(DependencyCheck<List<BrokerQueues.Queue>> all) {
    return all.answer().stream()
        .flatMap(List::stream)
        .filter(queue -> queue.name().equals(DeadLetters.QUEUE))
        .<Number>map(BrokerQueues.Queue::messages)
        .findAny()
        .orElse(Double.NaN);
  }
}
