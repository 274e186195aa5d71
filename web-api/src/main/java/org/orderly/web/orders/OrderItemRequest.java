package org.orderly.web.orders;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.ProductQuantity;
import org.orderly.kernel.Quantity;

/** How much of a product somebody wants. */
public record OrderItemRequest(@NotNull ProductId productId, @NotNull Quantity quantity) {

  /**
   * @return {@code null} for {@code null}
   */
  public static List<ProductQuantity> all(List<OrderItemRequest> items) {
    return items == null ? null : items.stream().map(OrderItemRequest::wanted).toList();
  }

  private ProductQuantity wanted() {
    if (quantity.isZero()) {
      throw new InvalidValue("items.quantity", "must be more than zero");
    }
    return new ProductQuantity(productId, quantity);
  }
}
