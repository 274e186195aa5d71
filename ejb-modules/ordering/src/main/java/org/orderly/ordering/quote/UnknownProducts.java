package org.orderly.ordering.quote;

import java.util.List;
import java.util.Map;
import org.orderly.kernel.DomainException;
import org.orderly.kernel.ProductId;

/** Some items have products that do not exist or are no longer on sale. */
public final class UnknownProducts extends DomainException {

  private static final long serialVersionUID = 1L;

  UnknownProducts(List<ProductId> ids) {
    super(
        Kind.RULE_BROKEN,
        "unknown-product",
        ids.size() + " of the items are not on offer",
        Map.of("productIds", List.copyOf(ids)));
  }
}
