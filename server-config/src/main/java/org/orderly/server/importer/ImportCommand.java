package org.orderly.server.importer;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.orderly.server.AdminCredentials;
import org.orderly.server.LaunchFailure;
import org.orderly.server.Settings;

/** {@code ./orderly import products <file>}: brings a file of products into a running shop. */
public final class ImportCommand {

  /** All rows are in the shop. */
  public static final int ALL_TAKEN = 0;

  /** Some rows were refused; the others are in the shop. */
  public static final int SOME_REFUSED = 1;

  /** The import could not begin, or broke off; it can be repeated as it is. */
  public static final int FAILED = 2;

  private ImportCommand() {}

  /**
   * Imports and tells how it went.
   *
   * @param args the words after {@code import}
   * @return the exit code: {@link #ALL_TAKEN}, {@link #SOME_REFUSED} or {@link #FAILED}
   */
  public static int run(String[] args, Settings settings) {
    try {
      return run(ImportOptions.parse(List.of(args)), settings, System.out);
    } catch (ImportFailure | LaunchFailure e) {
      System.err.println(e.getMessage());
    } catch (CharacterCodingException e) {
      System.err.println("The file is not UTF-8 text. Convert it first, with iconv for example.");
    } catch (IOException e) {
      System.err.println("The file cannot be read to its end: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      System.err.println("Interrupted. The import can be repeated.");
    }
    return FAILED;
  }

  private static int run(ImportOptions options, Settings settings, PrintStream out)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    Path refusals = beside(options.file());
    URI url = options.url() == null ? settings.url() : options.url();
    try (ProductFile file = ProductFile.open(options.file());
        ImportReport report = new ImportReport(refusals);
        ShopApi shop = new ShopApi(url, AdminCredentials.of(settings))) {
      // Ctrl-C ends the session too.
      Runtime.getRuntime().addShutdownHook(new Thread(shop::close, "sign-out"));
      shop.signIn();
      out.println("Importing " + options.file() + " into " + url);
      out.println("  prices without a currency are taken for " + options.currency());
      ProgressBar progress = new ProgressBar(out, System.console() != null);
      new ProductImport(shop, new ProductReader(options), report, progress).run(file);
      report.print(out);
      double seconds = (System.nanoTime() - start) / 1e9;
      out.printf(Locale.ROOT, "%d products in %.1f s: ", report.rows(), seconds);
      out.println(report.counts());
      return report.isComplete() ? ALL_TAKEN : SOME_REFUSED;
    }
  }

  /** Refusals are written next to the file, or to the working folder if that is read-only. */
  private static Path beside(Path file) {
    Path wanted = file.resolveSibling(file.getFileName() + ".refused.txt");
    Path folder = file.toAbsolutePath().getParent();
    return Files.isWritable(folder) ? wanted : Path.of(wanted.getFileName().toString());
  }
}
