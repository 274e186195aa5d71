package org.orderly.integrity;

import org.orderly.kernel.Money;
import org.orderly.ordering.OrderStatus;

/** An order's own figures, for comparison with the other databases. */
record CheckedOrder(OrderStatus status, Money total) {}
