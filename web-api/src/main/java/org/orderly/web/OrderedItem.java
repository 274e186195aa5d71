package org.orderly.web;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;
import org.orderly.ordering.OrderItem;

/** How much of a product somebody wants. */
record OrderedItem(@NotNull ProductId productId, @NotNull Quantity quantity) {

  /**
   * @return {@code null} for {@code null}
   */
  static List<OrderItem> all(List<OrderedItem> items) {
    return items == null
        ? null
        : items.stream().map(item -> new OrderItem(item.productId(), item.quantity())).toList();
  }
}
