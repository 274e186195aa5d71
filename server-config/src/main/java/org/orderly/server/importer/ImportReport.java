package org.orderly.server.importer;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Counts what was taken and keeps what was refused: some for the console, all in a file. */
final class ImportReport implements AutoCloseable {

  private static final int SHOWN = 20;

  private final Path file;
  private final List<String> shown = new ArrayList<>();
  private BufferedWriter all;
  private long created;
  private long updated;
  private long refused;

  /**
   * @param file where refusals go if they are too many to show
   */
  ImportReport(Path file) {
    this.file = file;
  }

  void created() {
    created++;
  }

  void updated() {
    updated++;
  }

  void refused(String place, String sku, String reason) throws IOException {
    refused++;
    String line = place + (sku == null ? "" : " (" + sku + ")") + ": " + reason;
    if (refused <= SHOWN) {
      shown.add(line);
      return;
    }
    if (all == null) {
      all = Files.newBufferedWriter(file);
      for (String earlier : shown) {
        write(earlier);
      }
    }
    write(line);
  }

  long rows() {
    return created + updated + refused;
  }

  boolean isComplete() {
    return refused == 0;
  }

  String counts() {
    return created + " created, " + updated + " updated, " + refused + " refused";
  }

  void print(PrintStream out) {
    shown.forEach(line -> out.println("  refused " + line));
    if (refused > SHOWN) {
      out.println("  ... and " + (refused - SHOWN) + " more; all of them are in " + file);
    }
  }

  private void write(String line) throws IOException {
    all.write(line);
    all.newLine();
  }

  @Override
  public void close() throws IOException {
    if (all != null) {
      all.close();
    }
  }
}
