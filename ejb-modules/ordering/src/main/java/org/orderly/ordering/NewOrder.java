package org.orderly.ordering;

import java.util.List;

/**
 * An order as it is placed.
 *
 * @param steps its first steps, with their events
 * @param actor who places it
 * @param placedFrom the network address, for as long as the order is unpaid; {@code null} if it is
 *     paid, or placed by the shop itself
 */
record NewOrder(Order order, List<OrderStep> steps, String actor, String placedFrom) {}
