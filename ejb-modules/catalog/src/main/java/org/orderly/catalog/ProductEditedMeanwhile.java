package org.orderly.catalog;

import java.util.Map;
import org.orderly.kernel.DomainException;

/** The product was changed since the caller read it. */
public final class ProductEditedMeanwhile extends DomainException {

  private static final long serialVersionUID = 1L;

  ProductEditedMeanwhile(long version) {
    super(
        Kind.CONFLICT,
        "version-conflict",
        "the product has changed since it was read",
        Map.of("currentVersion", version));
  }
}
