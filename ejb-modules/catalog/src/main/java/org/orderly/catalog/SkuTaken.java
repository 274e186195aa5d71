package org.orderly.catalog;

import java.util.Map;
import org.orderly.kernel.DomainException;

/** Another live product has the sku already. */
public final class SkuTaken extends DomainException {

  private static final long serialVersionUID = 1L;

  SkuTaken(String sku) {
    super(Kind.CONFLICT, "sku-taken", "another product has the sku " + sku, Map.of("sku", sku));
  }
}
