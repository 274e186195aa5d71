package org.orderly.listing;

import org.jspecify.annotations.Nullable;

/**
 * What became of one line of an import.
 *
 * @param index its place in the batch, from 0
 * @param sku {@code null} if it could not be read
 * @param result created, updated or refused
 * @param stockSet whether the stock of a known product was changed
 * @param code why it was refused, for programs; {@code null} if it was not
 * @param detail why it was refused, for people; {@code null} if it was not
 */
public record ImportResult(
    int index,
    @Nullable String sku,
    String result,
    boolean stockSet,
    @Nullable String code,
    @Nullable String detail) {

  static ImportResult created(int index, String sku) {
    return new ImportResult(index, sku, "created", false, null, null);
  }

  static ImportResult updated(int index, String sku, boolean stockSet) {
    return new ImportResult(index, sku, "updated", stockSet, null, null);
  }

  /** The same of an item that has another place in the request. */
  public ImportResult at(int place) {
    return new ImportResult(place, sku, result, stockSet, code, detail);
  }

  /** Also for lines that could not even be read as a product. */
  public static ImportResult refused(
      int index, @Nullable String sku, String code, @Nullable String detail) {
    return new ImportResult(index, sku, "refused", false, code, detail);
  }
}
