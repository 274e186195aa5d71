package org.orderly.productfiles.product;

/** What a row of a file stands for. */
public sealed interface FileEntry permits FileProduct, RefusedRow, SkippedRow {

  /** Where in the file, for people, such as {@code line 12}. */
  String place();
}
