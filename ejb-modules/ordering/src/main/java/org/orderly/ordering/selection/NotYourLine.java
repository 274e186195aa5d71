package org.orderly.ordering.selection;

import java.util.Map;
import org.orderly.kernel.DomainException;
import org.orderly.kernel.ProductId;

/** A vendor tried to handle another vendor's order line. */
public final class NotYourLine extends DomainException {

  private static final long serialVersionUID = 1L;

  public NotYourLine(ProductId id) {
    super(
        Kind.FORBIDDEN,
        "not-your-line",
        "product " + id + " belongs to somebody else",
        Map.of("productId", id));
  }
}
