package org.orderly.inventory;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.ProductId;
import org.orderly.platform.persistence.BulkInsert;
import org.orderly.platform.persistence.SqlBatch;
import org.orderly.platform.request.RequestContext;

/**
 * Appends stock movements to batches of the caller. Rows are never changed afterwards.
 *
 * <p>A reservation writes no movement when it is made, so that a checkout costs nothing more: its
 * row is the record. Whoever changes, ships or releases it writes its movement first.
 */
final class MovementRepository {

  /**
   * A movement to be written.
   *
   * @param onHand change of the quantity on hand
   * @param reserved change of the reserved quantity
   * @param reference the order, shipment, return or other document that the movement belongs to
   */
  record Movement(
      ProductId productId,
      StockLocationId location,
      MovementKind kind,
      BigDecimal onHand,
      BigDecimal reserved,
      String reason,
      @Nullable UUID reference) {

    /** A movement of goods that touches no reservation. */
    static Movement of(
        StockItem item,
        MovementKind kind,
        BigDecimal onHand,
        String reason,
        @Nullable UUID reference) {
      return new Movement(
          item.productId(), item.location(), kind, onHand, BigDecimal.ZERO, reason, reference);
    }
  }

  private record Row(Movement movement, Instant at, String actor) {}

  private static final BulkInsert<Row> INSERT =
      BulkInsert.<Row>into("stock_movement")
          .column("product_id", "uuid", row -> row.movement().productId().value())
          .column("location_id", "int4", row -> row.movement().location().value())
          .column("kind", "text", row -> row.movement().kind().name())
          .column("quantity", "numeric", row -> row.movement().onHand())
          .column("reserved_change", "numeric", row -> row.movement().reserved())
          .column("reason", "text", row -> row.movement().reason())
          .column("reference", "uuid", row -> row.movement().reference())
          .column("actor", "text", Row::actor)
          .column("occurred_at", "timestamptz", row -> row.at().atOffset(ZoneOffset.UTC));

  /** Who placed an order is known by the order alone. */
  private static final String RECORD_RESERVATIONS =
      """
      insert into stock_movement
        (product_id, location_id, kind, quantity, reserved_change, reason, occurred_at, reference)
      select r.product_id, r.location_id, 'RESERVATION', 0, r.quantity, 'ordered', s.reserved_at,
             r.order_id
      from reservation r join reservation_set s using (order_id)
      where r.order_id = ? and not r.recorded""";

  private MovementRepository() {}

  /** Adds movements that the current request causes; no movements need no statement. */
  static void append(SqlBatch writes, List<Movement> movements, Instant now) {
    String actor = RequestContext.current().actor();
    INSERT.add(writes, movements.stream().map(one -> new Row(one, now, actor)).toList());
  }

  /** Adds the movements of an order's reservations that have none yet. */
  static void recordReservations(SqlBatch writes, OrderId order) {
    writes.change(RECORD_RESERVATIONS, order.value());
  }
}
