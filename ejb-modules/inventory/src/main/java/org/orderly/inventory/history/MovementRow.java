package org.orderly.inventory.history;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.inventory.MovementKind;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;

/** A movement with its place in the list. */
record MovementRow(
    MovementPosition position,
    String location,
    MovementKind kind,
    BigDecimal onHand,
    BigDecimal reserved,
    String reason,
    @Nullable String actor,
    @Nullable UUID reference) {

  static MovementRow of(ResultSet row) throws SQLException {
    Instant at = row.getObject("occurred_at", OffsetDateTime.class).toInstant();
    return new MovementRow(
        new MovementPosition(
            at, row.getObject("ref", UUID.class), row.getInt("location_id"), row.getLong("id")),
        row.getString("code"),
        MovementKind.valueOf(row.getString("kind")),
        Quantity.canonical(row.getBigDecimal("quantity")),
        Quantity.canonical(row.getBigDecimal("reserved_change")),
        row.getString("reason"),
        row.getString("actor"),
        row.getObject("reference", UUID.class));
  }

  MovementView view(ProductId product) {
    return new MovementView(
        product, location, kind, onHand, reserved, reason, actor, reference, position.at());
  }
}
