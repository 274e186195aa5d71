package org.orderly.ordering.tracking;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.ordering.OrderStatus;

/**
 * One step of an order's life.
 *
 * @param step counted from 0 in each order
 * @param type of the event that told of it, such as {@code OrderShipped}
 * @param from {@code null} for the first; the same as {@code to} if the status stayed
 * @param reason as somebody gave it; {@code null} if nobody did
 */
public record TrackedStep(
    @JsonIgnore UUID order,
    int step,
    @JsonIgnore String type,
    @Nullable OrderStatus from,
    OrderStatus to,
    Instant at,
    @Nullable String reason) {}
