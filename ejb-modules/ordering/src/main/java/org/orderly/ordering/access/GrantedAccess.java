package org.orderly.ordering.access;

import org.orderly.kernel.OrderId;
import org.orderly.kernel.UserId;

/**
 * Access to an order that an actor was granted.
 *
 * @param buyer the account, or the id of the guest, that the order belongs to
 * @param lines the lines that the permission covers
 */
public record GrantedAccess(OrderId order, UserId buyer, VisibleLines lines) {}
