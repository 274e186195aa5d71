package org.orderly.cart;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a cart in the order they were added.
 *
 * @param id of this filling of the cart: made with its first line, another one after checkout;
 *     {@code null} while it is empty
 */
public record Cart(@Nullable UUID id, List<CartLine> lines) {

  public Cart {
    lines = List.copyOf(lines);
  }
}
