package org.orderly.productfiles.profile;

import org.jspecify.annotations.Nullable;
import org.orderly.productfiles.product.Cells;
import org.orderly.productfiles.product.FileEntry;

/** Makes products of the rows of one file. It may remember rows, so each file has its own. */
public interface ProductProfile {

  /**
   * What the row stands for; {@code null} if it only adds to other rows.
   *
   * @throws org.orderly.productfiles.value.UnusableValue if a value cannot be what its field is
   */
  @Nullable FileEntry read(Cells cells);

  /** The row's sku as people know it, for a refusal; {@code null} if it has none. */
  @Nullable String sku(Cells cells);
}
