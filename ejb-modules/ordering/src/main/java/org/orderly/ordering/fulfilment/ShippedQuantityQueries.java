package org.orderly.ordering.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;
import org.orderly.platform.persistence.SqlBatch;

/** What of an order has left the house; it changes only while the order is locked. */
@ApplicationScoped
public class ShippedQuantityQueries {

  private static final String SHIPPED =
      "select product_id, sum(quantity) from shipment_item join shipment on id = shipment_id"
          + " where order_id = ? group by product_id";

  private static final String LAST_ARRIVAL =
      "select max(delivered_at) from shipment where order_id = ?"
          + " having bool_and(status = 'DELIVERED')";

  private final FulfilmentDatabase database;

  @Inject
  ShippedQuantityQueries(FulfilmentDatabase database) {
    this.database = database;
  }

  /** How much of each product; those of which nothing was shipped are absent. */
  public Map<ProductId, Quantity> shipped(OrderId order) {
    Map<ProductId, Quantity> shipped = new HashMap<>();
    database.run(
        new SqlBatch()
            .query(
                rows -> {
                  while (rows.next()) {
                    shipped.put(
                        new ProductId(rows.getObject(1, UUID.class)),
                        new Quantity(rows.getBigDecimal(2)));
                  }
                },
                SHIPPED,
                order.value()));
    return shipped;
  }

  /** When the last shipment arrived; empty while something is on its way, or nothing is. */
  public Optional<Instant> lastArrival(OrderId order) {
    AtomicReference<OffsetDateTime> arrival = new AtomicReference<>();
    database.run(
        new SqlBatch()
            .query(
                row -> {
                  if (row.next()) {
                    arrival.set(row.getObject(1, OffsetDateTime.class));
                  }
                },
                LAST_ARRIVAL,
                order.value()));
    return Optional.ofNullable(arrival.get()).map(OffsetDateTime::toInstant);
  }
}
