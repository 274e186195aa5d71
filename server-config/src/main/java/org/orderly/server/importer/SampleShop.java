package org.orderly.server.importer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.orderly.server.AdminCredentials;
import org.orderly.server.LaunchFailure;
import org.orderly.server.Settings;

/** Some two hundred products of invented makers, so that a new shop has something to sell. */
public final class SampleShop {

  private static final String FILE = "sample-shop.ndjson";

  private SampleShop() {}

  /**
   * Fills the shop through its own API. Repeating it lists no product twice, but writes the sample
   * over what was changed in it.
   *
   * @param shop where it answers
   * @return how many products are there now
   * @throws LaunchFailure if the shop does not take them
   */
  public static long fill(URI shop, Settings settings) throws InterruptedException {
    ImportOptions options =
        new ImportOptions(Path.of(FILE), shop, "EUR", Map.of(), BigDecimal.ZERO);
    try (InputStream sample = SampleShop.class.getResourceAsStream(FILE);
        ProductFile file = ProductFile.of(sample.readAllBytes(), FILE);
        ImportReport report = new ImportReport(Path.of(FILE + ".refused.txt"))) {
      ShopApi api = new ShopApi(shop, AdminCredentials.of(settings));
      api.signIn();
      new ProductImport(api, new ProductReader(options), report, ProgressBar.silent()).run(file);
      if (!report.isComplete()) {
        throw new LaunchFailure("The sample shop was not taken: " + report.counts() + ".");
      }
      return report.rows();
    } catch (ImportFailure e) {
      throw new LaunchFailure("The sample shop was not filled. " + e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
