package org.orderly.ordering.change;

import org.orderly.kernel.OrderId;
import org.orderly.ordering.access.OrderActor;
import org.orderly.platform.idempotency.IdempotencyKey;

/**
 * A command to change an order, with its actor.
 *
 * @param request identifies the request if it is sent again
 */
public record OrderChange(OrderId order, OrderActor actor, IdempotencyKey request) {}
