package org.orderly.server.importer;

/**
 * What became of the rows so far.
 *
 * @param created products that the shop did not have
 * @param updated products that it had
 * @param stockSet of those, whose stock was changed as well
 * @param refused rows that are no products, or that the shop did not take
 * @param leftOut rows whose products the file itself does not offer
 */
record ImportCounts(long created, long updated, long stockSet, long refused, long leftOut) {

  static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0, 0);

  ImportCounts oneCreated() {
    return new ImportCounts(created + 1, updated, stockSet, refused, leftOut);
  }

  ImportCounts oneUpdated(boolean withStock) {
    return new ImportCounts(created, updated + 1, stockSet + (withStock ? 1 : 0), refused, leftOut);
  }

  ImportCounts oneRefused() {
    return new ImportCounts(created, updated, stockSet, refused + 1, leftOut);
  }

  ImportCounts oneLeftOut() {
    return new ImportCounts(created, updated, stockSet, refused, leftOut + 1);
  }

  long rows() {
    return created + updated + refused + leftOut;
  }

  /** For people. */
  String shown() {
    return created
        + " created, "
        + updated
        + " updated, "
        + refused
        + " refused"
        + (leftOut == 0 ? "" : ", " + leftOut + " left out")
        + (stockSet == 0 ? "" : ", stock of " + stockSet + " set");
  }
}
