package org.orderly.web.orders;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;
import org.orderly.ordering.quote.OrderItem;

/** How much of a product somebody wants. */
public record OrderItemRequest(@NotNull ProductId productId, @NotNull Quantity quantity) {

  /**
   * @return {@code null} for {@code null}
   */
  public static List<OrderItem> all(List<OrderItemRequest> items) {
    return items == null
        ? null
        : items.stream().map(item -> new OrderItem(item.productId(), item.quantity())).toList();
  }
}
