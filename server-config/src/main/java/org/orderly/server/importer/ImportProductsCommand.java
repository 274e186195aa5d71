package org.orderly.server.importer;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.orderly.productfiles.text.UnusableFile;
import org.orderly.server.cli.DataFolderOption;
import org.orderly.server.cli.InvalidOptionValue;
import org.orderly.server.cli.PortNumber;
import org.orderly.server.cli.ShopUrl;
import org.orderly.server.setup.AdminCredentials;
import org.orderly.server.setup.LaunchFailure;
import org.orderly.server.setup.LaunchSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./orderly import products <file>}: brings a file of products into a running shop. */
@Command(
    name = "products",
    description = {
      "Adds or replaces products (by sku) of a running shop from CSV or TSV with a header, a JSON",
      "array or NDJSON, also as .gz; exports of WooCommerce and Shopify and feeds for Google Merchant",
      "are known by their headers. Products that are not published there are left out. The same",
      "command goes on after a kill. Exit code 0: all taken; 1: some refused, the others are in the",
      "shop; 3: not begun or broken off, it can be repeated as it is."
    })
final class ImportProductsCommand implements Callable<Integer> {

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
      names = "--url",
      paramLabel = "U",
      converter = ShopUrl.class,
      description = "another shop than the one of the data folder")
  private URI url;

  @Mixin private FileReadingOptions reading;

  @Option(
      names = "--initial-stock",
      paramLabel = "N",
      defaultValue = "0",
      converter = Stock.class,
      description = "of new products whose row has none (${DEFAULT-VALUE})")
  private BigDecimal stock;

  @Option(
      names = "--keep-stock",
      description = "products that the shop has keep their stock, whatever the file says")
  private boolean keepsStock;

  @Option(names = "--dry-run", description = "the shop checks all rows and changes nothing")
  private boolean dryRun;

  @Option(
      names = "--report",
      paramLabel = "R",
      description = "file for refused rows (beside the file, ending with .refused.txt)")
  private Path report;

  @Option(
      names = "--restart",
      description = "begin anew after an import of the file that was broken off")
  private boolean restart;

  private final Map<String, String> environment;

  ImportProductsCommand() {
    this(System.getenv());
  }

  ImportProductsCommand(Map<String, String> environment) {
    this.environment = environment;
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
    return new ImportOptions(
        file, url, report, reading.options(), stock, keepsStock, dryRun, restart);
  }

  @Override
  public Integer call() {
    LaunchSettings shop = LaunchSettings.ofRunning(data.folder(), environment);
    LaunchSettings launchSettings = port == null ? shop : shop.onPort(port);
    ImportOptions options = options();
    URI address = options.url() == null ? launchSettings.url() : options.url();
    try {
      AdminCredentials admin = AdminCredentials.of(launchSettings);
      return new ImportRun(options, address, admin, System.out).run();
    } catch (LaunchFailure | UnusableFile e) {
      throw new ImportFailure(e.getMessage());
    } catch (IOException e) {
      throw new ImportFailure("The file cannot be read to its end: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ImportFailure("Interrupted. The same command goes on where it was.");
    }
  }
}
