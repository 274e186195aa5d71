package org.orderly.server.importer;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.orderly.productfiles.product.RefusedRow;
import org.orderly.productfiles.product.Remarks;
import org.orderly.productfiles.product.SkippedRow;

/** Counts what was taken and keeps what was not: some for the console, all refusals in a file. */
final class ImportReport implements AutoCloseable {

  private static final int SHOWN = 20;

  private final RefusedRows refusedRows;
  private final List<String> shown = new ArrayList<>();
  private final Remarks leftOut = new Remarks();
  private ImportCounts counts;

  /**
   * @param counts of an import that this one goes on with
   */
  ImportReport(RefusedRows refusedRows, ImportCounts counts) {
    this.refusedRows = refusedRows;
    this.counts = counts;
  }

  void created() {
    counts = counts.oneCreated();
  }

  void updated(boolean withStock) {
    counts = counts.oneUpdated(withStock);
  }

  void leftOut(SkippedRow row) {
    counts = counts.oneLeftOut();
    leftOut.add(row.reason(), row.place());
  }

  void refused(RefusedRow row) throws IOException {
    refused(row.place(), row.sku(), row.reason());
  }

  void refused(String place, String sku, String reason) throws IOException {
    counts = counts.oneRefused();
    String line = place + (sku == null ? "" : " (" + sku + ")") + ": " + reason;
    refusedRows.add(line);
    if (shown.size() < SHOWN) {
      shown.add(line);
    }
  }

  ImportCounts counts() {
    return counts;
  }

  boolean isComplete() {
    return counts.refused() == 0;
  }

  void flush() throws IOException {
    refusedRows.flush();
  }

  void print(PrintStream out) {
    leftOut.lines().forEach(line -> out.println("  left out: " + line));
    shown.forEach(line -> out.println("  refused " + line));
    long more = counts.refused() - shown.size();
    if (more > 0) {
      out.println("  ... and " + more + " more");
    }
    if (counts.refused() > 0) {
      out.println("  all refused rows are in " + refusedRows.file());
    }
  }

  @Override
  public void close() throws IOException {
    refusedRows.close();
  }
}
