package org.orderly.listing;

/**
 * What became of one line of an import.
 *
 * @param index its place in the batch, from 0
 * @param result created, updated or refused
 * @param code why it was refused, for programs; {@code null} if it was not
 * @param detail why it was refused, for people; {@code null} if it was not
 */
public record ImportResult(int index, String sku, String result, String code, String detail) {

  static ImportResult created(int index, String sku) {
    return new ImportResult(index, sku, "created", null, null);
  }

  static ImportResult updated(int index, String sku) {
    return new ImportResult(index, sku, "updated", null, null);
  }

  /** Also for lines that could not even be read as a product. */
  public static ImportResult refused(int index, String sku, String code, String detail) {
    return new ImportResult(index, sku, "refused", code, detail);
  }
}
