package org.orderly.server.importer;

import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.orderly.server.cli.DataFolderOption;
import org.orderly.server.cli.ExitCode;
import org.orderly.server.cli.InvalidOptionValue;
import org.orderly.server.cli.PortNumber;
import org.orderly.server.cli.ShopUrl;
import org.orderly.server.cli.TerminalLine;
import org.orderly.server.setup.AdminCredentials;
import org.orderly.server.setup.LaunchFailure;
import org.orderly.server.setup.LaunchSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./orderly import products <file>}: brings a file of products into a running shop. */
@Command(
    name = "products",
    description = {
      "Adds or replaces products (by sku) of a running shop from a JSON array, NDJSON or CSV with a",
      "header, also as .gz. Exit code 0: all taken; 1: some refused, the others are in the shop;",
      "3: not begun or broken off, it can be repeated as it is."
    })
final class ImportProductsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "<file>")
  private Path file;

  @Option(
      names = "--port",
      paramLabel = "N",
      converter = PortNumber.class,
      description = "of the shop on this machine (that of the data folder)")
  private Integer port;

  @Mixin private DataFolderOption data;

  @Option(
      names = "--currency",
      paramLabel = "C",
      defaultValue = "USD",
      converter = CurrencyCode.class,
      description = "of prices that come without one (${DEFAULT-VALUE})")
  private String currency;

  private final Map<String, String> fields = new HashMap<>();

  @Option(
      names = "--initial-stock",
      paramLabel = "N",
      defaultValue = "0",
      converter = Stock.class,
      description = "of new products whose row has none (${DEFAULT-VALUE})")
  private BigDecimal stock;

  @Option(
      names = "--url",
      paramLabel = "U",
      converter = ShopUrl.class,
      description = "another shop than the one of the data folder")
  private URI url;

  private final Map<String, String> environment;

  ImportProductsCommand() {
    this(System.getenv());
  }

  ImportProductsCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Option(
      names = "--field",
      paramLabel = "ours=file",
      description = "what the file calls a field, such as price=cost; may be repeated")
  private void field(Map<String, String> named) {
    named.forEach(
        (ours, theirs) -> {
          if (!ProductReader.FIELDS.contains(ours) || theirs.isBlank()) {
            throw new ParameterException(
                spec.commandLine(),
                "--field must be <ours>=<the file's>, ours being one of "
                    + String.join(", ", ProductReader.FIELDS)
                    + "; not "
                    + ours
                    + "="
                    + theirs
                    + ".");
          }
          fields.put(ours, theirs.strip());
        });
  }

  private static final class CurrencyCode implements ITypeConverter<String> {
    @Override
    public String convert(String code) {
      try {
        return Currency.getInstance(code).getCurrencyCode();
      } catch (IllegalArgumentException e) {
        throw new InvalidOptionValue("must be an ISO 4217 code such as EUR", code);
      }
    }
  }

  private static final class Stock implements ITypeConverter<BigDecimal> {
    @Override
    public BigDecimal convert(String text) {
      try {
        BigDecimal stock = new BigDecimal(text);
        if (stock.signum() >= 0) {
          return stock;
        }
      } catch (NumberFormatException e) {
        // said below, like a negative number
      }
      throw new InvalidOptionValue("must be a number from 0 up", text);
    }
  }

  ImportOptions options() {
    return new ImportOptions(file, url, currency, Map.copyOf(fields), stock);
  }

  @Override
  public Integer call() {
    LaunchSettings shop = LaunchSettings.ofRunning(data.folder(), environment);
    LaunchSettings launchSettings = port == null ? shop : shop.onPort(port);
    try {
      return run(options(), launchSettings, System.out);
    } catch (LaunchFailure e) {
      throw new ImportFailure(e.getMessage());
    } catch (CharacterCodingException e) {
      throw new ImportFailure(
          "The file is not UTF-8 text. Convert it first, with iconv for example.");
    } catch (IOException e) {
      throw new ImportFailure("The file cannot be read to its end: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ImportFailure("Interrupted. The import can be repeated.");
    }
  }

  private static int run(ImportOptions options, LaunchSettings launchSettings, PrintStream out)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    Path refusals = beside(options.file());
    URI url = options.url() == null ? launchSettings.url() : options.url();
    try (ProductFile file = ProductFile.open(options.file());
        ImportReport report = new ImportReport(refusals);
        ShopApi shop = new ShopApi(url, AdminCredentials.of(launchSettings))) {
      // Ctrl-C ends the session too.
      Runtime.getRuntime().addShutdownHook(new Thread(shop::close, "sign-out"));
      shop.signIn();
      out.println("Importing " + options.file() + " into " + url);
      out.println("  prices without a currency are taken for " + options.currency());
      ProgressBar progress = new ProgressBar(out, TerminalLine.of(out));
      new ProductImport(shop, new ProductReader(options), report, progress).run(file);
      report.print(out);
      double seconds = (System.nanoTime() - start) / 1e9;
      out.printf(Locale.ROOT, "%d products in %.1f s: ", report.rows(), seconds);
      out.println(report.counts());
      return report.isComplete() ? ExitCode.OK : ExitCode.FAILED;
    }
  }

  /** Refusals are written next to the file, or to the working folder if that is read-only. */
  private static Path beside(Path file) {
    Path wanted = file.resolveSibling(file.getFileName() + ".refused.txt");
    Path folder = file.toAbsolutePath().getParent();
    return Files.isWritable(folder) ? wanted : Path.of(wanted.getFileName().toString());
  }
}
