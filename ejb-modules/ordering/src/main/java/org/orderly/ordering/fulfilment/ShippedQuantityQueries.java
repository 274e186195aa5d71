package org.orderly.ordering.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;
import org.orderly.ordering.OrderingDatabase;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;

/** Reads the shipped quantities of an order; they change only while the order is locked. */
@ApplicationScoped
public class ShippedQuantityQueries {

  private static final String SHIPPED =
      "select product_id, sum(quantity) from shipment_item join shipment on id = shipment_id"
          + " where order_id = ? group by product_id";

  private static final String LAST_ARRIVAL =
      "select max(delivered_at) from shipment where order_id = ?"
          + " having bool_and(status = 'DELIVERED')";

  private final DomainDatabase database;

  @Inject
  ShippedQuantityQueries(@Domain(OrderingDatabase.NAME) DomainDatabase database) {
    this.database = database;
  }

  /** The shipped quantity by product; products without a shipment are absent. */
  public Map<ProductId, Quantity> shipped(OrderId order) {
    Map<ProductId, Quantity> shipped = new HashMap<>();
    database
        .list(
            row ->
                Map.entry(
                    new ProductId(row.getObject(1, UUID.class)),
                    new Quantity(row.getBigDecimal(2))),
            SHIPPED,
            order.value())
        .forEach(product -> shipped.put(product.getKey(), product.getValue()));
    return shipped;
  }

  /** When the last shipment was delivered; empty while one is in transit, or if there is none. */
  public Optional<Instant> lastArrival(OrderId order) {
    return database
        .first(row -> row.getObject(1, OffsetDateTime.class), LAST_ARRIVAL, order.value())
        .map(OffsetDateTime::toInstant);
  }
}
