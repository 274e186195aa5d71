package org.orderly.inventory;

import java.util.Map;
import org.orderly.kernel.DomainException;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;

/** More was to be shipped for an order than is reserved for it. */
public final class NothingReserved extends DomainException {

  private static final long serialVersionUID = 1L;

  NothingReserved(OrderId id) {
    super(Kind.CONFLICT, "nothing-reserved", "nothing is reserved for order " + id);
  }

  NothingReserved(ProductId productId, Quantity wanted, Quantity reserved) {
    super(
        Kind.CONFLICT,
        "nothing-reserved",
        "only " + reserved + " of product " + productId + " are reserved for the order",
        Map.of("productId", productId, "requested", wanted, "reserved", reserved));
  }
}
