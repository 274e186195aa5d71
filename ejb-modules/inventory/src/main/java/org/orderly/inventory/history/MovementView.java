package org.orderly.inventory.history;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.inventory.MovementKind;
import org.orderly.kernel.ProductId;

/**
 * A stock movement as shown to admins and the product's vendor.
 *
 * @param location code of the stock location
 * @param onHandChange by how much the quantity on hand changed; zero if goods were only reserved
 * @param reservedChange by how much the reserved quantity changed
 * @param actor who caused it: a user's id, an API client's id or {@code system}; {@code null} if
 *     only the order says it
 * @param reference the order, shipment, return or other document that the movement belongs to
 */
public record MovementView(
    ProductId productId,
    String location,
    MovementKind kind,
    BigDecimal onHandChange,
    BigDecimal reservedChange,
    String reason,
    @Nullable String actor,
    @Nullable UUID reference,
    Instant occurredAt) {}
