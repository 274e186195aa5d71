package org.orderly.productfiles.profile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What variants have of the product that they belong to. */
record ParentProduct(
    @Nullable String name,
    boolean onSale,
    @Nullable String description,
    @Nullable String brand,
    List<String> categories,
    List<String> images) {

  int characters() {
    return 200 + (description == null ? 0 : description.length());
  }
}
