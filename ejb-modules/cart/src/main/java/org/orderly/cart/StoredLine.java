package org.orderly.cart;

import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;

/** A line as Redis keeps it: text that no number format can bend. */
class StoredLine {

  private String product = "";
  private String quantity = "";

  protected StoredLine() {}

  StoredLine(CartLine line) {
    this.product = line.productId().toString();
    this.quantity = line.quantity().toString();
  }

  boolean isFor(ProductId other) {
    return product.equals(other.toString());
  }

  CartLine line() {
    return new CartLine(ProductId.of(product), Quantity.of(quantity));
  }
}
