package org.orderly.server.importer;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeMap;
import org.orderly.productfiles.ProductFile;
import org.orderly.productfiles.product.ReadOptions;
import org.orderly.productfiles.text.UnusableFile;
import org.orderly.server.cli.ExitCode;
import org.orderly.server.cli.TerminalLine;
import org.orderly.server.setup.AdminCredentials;

/** One import of one file, from its first line on the terminal to its last. */
final class ImportRun {

  private final ImportOptions options;
  private final URI url;
  private final AdminCredentials admin;
  private final PrintStream out;

  ImportRun(ImportOptions options, URI url, AdminCredentials admin, PrintStream out) {
    this.options = options;
    this.url = url;
    this.admin = admin;
    this.out = out;
  }

  /** The exit code. */
  int run() throws IOException, InterruptedException {
    long start = System.nanoTime();
    try (ProductFile file = ProductFile.open(options.file(), options.reading());
        ShopApi shop = new ShopApi(url, admin)) {
      // Ctrl-C ends the session too.
      Runtime.getRuntime().addShutdownHook(new Thread(shop::close, "sign-out"));
      shop.signIn();
      ImportProgress progress = progress();
      try (ImportReport report = new ImportReport(refusedRows(progress), progress.counts())) {
        announce(file, progress);
        send(file, shop, report, progress);
        if (!options.dryRun()) {
          progress.end();
        }
        file.remarks().forEach(line -> out.println("  note: " + line));
        report.print(out);
        double seconds = (System.nanoTime() - start) / 1e9;
        ImportCounts counts = report.counts();
        out.printf(Locale.ROOT, "%d products in %.1f s: ", counts.rows(), seconds);
        out.println(counts.shown() + (options.dryRun() ? "; nothing was changed" : ""));
        return report.isComplete() ? ExitCode.OK : ExitCode.FAILED;
      }
    }
  }

  private void send(ProductFile file, ShopApi shop, ImportReport report, ImportProgress progress)
      throws IOException, InterruptedException {
    ProductImport.Checkpoint checkpoint =
        rows -> {
          if (!options.dryRun()) {
            report.flush();
            progress.save(rows, report.counts());
          }
        };
    ProgressBar bar = new ProgressBar(out, TerminalLine.of(out));
    try {
      new ProductImport(shop, options, report, bar, checkpoint).run(file, progress.rows());
    } catch (UnusableFile e) {
      out.println("  until then: " + report.counts().shown());
      throw e;
    }
  }

  private ImportProgress progress() throws IOException {
    ReadOptions reading = options.reading().reading();
    String command =
        String.join(
            "\n",
            url.toString(),
            String.valueOf(options.reading().profile()),
            String.valueOf(options.reading().encoding()),
            reading.currency() + " " + reading.decimalMark() + " " + options.keepsStock(),
            options.initialStock().toPlainString(),
            new TreeMap<>(reading.fields()).toString());
    ImportProgress progress = ImportProgress.of(beside(".progress"), options.file(), command);
    if (options.restart() || options.dryRun()) {
      progress.restart();
    }
    return progress;
  }

  private RefusedRows refusedRows(ImportProgress progress) throws IOException {
    Path file = options.report() == null ? beside(".refused.txt") : options.report();
    return progress.rows() == 0
        ? new RefusedRows(file)
        : RefusedRows.after(file, progress.counts().refused());
  }

  private void announce(ProductFile file, ImportProgress progress) {
    out.println((options.dryRun() ? "Checking " : "Importing ") + options.file() + " into " + url);
    out.println(
        "  read as "
            + file.profile().shown()
            + (options.reading().profile() == null ? " (--profile says otherwise)" : ""));
    out.println(
        "  prices without a currency are taken for " + options.reading().reading().currency());
    if (options.keepsStock()) {
      out.println("  products that the shop has keep their stock");
    }
    if (progress.rows() > 0) {
      out.println(
          "  goes on after row "
              + progress.rows()
              + ", where it was broken off (--restart begins anew)");
    }
  }

  /** Next to the file, or in the working folder if that of the file is read-only. */
  private Path beside(String ending) {
    Path wanted = options.file().resolveSibling(options.file().getFileName() + ending);
    Path folder = options.file().toAbsolutePath().getParent();
    return Files.isWritable(folder) ? wanted : Path.of(wanted.getFileName().toString());
  }
}
