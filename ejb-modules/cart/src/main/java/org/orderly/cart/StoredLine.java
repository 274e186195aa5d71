package org.orderly.cart;

import org.orderly.kernel.ProductId;
import org.orderly.kernel.ProductQuantity;
import org.orderly.kernel.Quantity;

/** A line as Redis keeps it: text that no number format can bend. */
class StoredLine {

  private String product = "";
  private String quantity = "";

  protected StoredLine() {}

  StoredLine(ProductQuantity line) {
    this.product = line.productId().toString();
    this.quantity = line.quantity().toString();
  }

  boolean isFor(ProductId other) {
    return product.equals(other.toString());
  }

  ProductQuantity line() {
    return new ProductQuantity(ProductId.of(product), Quantity.of(quantity));
  }
}
