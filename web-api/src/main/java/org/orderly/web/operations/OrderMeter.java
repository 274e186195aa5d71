package org.orderly.web.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.orderly.kernel.DomainException;
import org.orderly.platform.idempotency.IdempotentResult;

/** Counts the orders that this instance placed, and those it refused by the reason's code. */
@ApplicationScoped
public class OrderMeter {

  private static final Metadata PLACED =
      Metadata.builder()
          .withName("orderly_orders_placed")
          .withDescription("Orders placed; repeated requests do not count")
          .build();

  private static final Metadata REFUSED =
      Metadata.builder()
          .withName("orderly_orders_refused")
          .withDescription("Orders refused, by the code of the reason")
          .build();

  private final MetricRegistry registry;

  @Inject
  OrderMeter(MetricRegistry registry) {
    this.registry = registry;
  }

  /** Lets an order be placed and counts what came of it. */
  public <T> IdempotentResult<T> count(Supplier<IdempotentResult<T>> placing) {
    try {
      IdempotentResult<T> idempotentResult = placing.get();
      if (!idempotentResult.replayed()) {
        registry.counter(PLACED).inc();
      }
      return idempotentResult;
    } catch (DomainException refusal) {
      registry.counter(REFUSED, new Tag("code", refusal.code())).inc();
      throw refusal;
    }
  }
}
