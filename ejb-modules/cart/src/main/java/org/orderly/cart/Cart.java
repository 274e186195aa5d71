package org.orderly.cart;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.ProductQuantity;

/**
 * The lines of a cart in the order they were added.
 *
 * @param id of this filling of the cart: made with its first line, another one after checkout;
 *     {@code null} while it is empty
 */
public record Cart(@Nullable UUID id, List<ProductQuantity> lines) {

  public Cart {
    lines = List.copyOf(lines);
  }
}
