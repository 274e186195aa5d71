package org.orderly.inventory;

import java.util.List;
import java.util.Map;
import org.orderly.kernel.DomainException;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;

/** Less of some products is available than an order needs. */
public final class InsufficientStock extends DomainException {

  private static final long serialVersionUID = 1L;

  /** One product that is short. */
  public record Shortage(ProductId productId, Quantity requested, Quantity available) {}

  InsufficientStock(List<Shortage> shortages) {
    super(
        Kind.CONFLICT,
        "insufficient-stock",
        "there is too little stock of " + shortages.size() + " product(s)",
        Map.of("items", List.copyOf(shortages)));
  }
}
