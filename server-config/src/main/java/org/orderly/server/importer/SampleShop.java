package org.orderly.server.importer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.orderly.server.setup.AdminCredentials;
import org.orderly.server.setup.LaunchFailure;

/** Some two hundred products of invented makers, so that a new shop has something to sell. */
public final class SampleShop {

  private static final String FILE = "sample-shop.ndjson";

  private SampleShop() {}

  /** Whether the shop has nothing to sell yet. */
  public static boolean isNeeded(URI shop) {
    try (ShopApi api = new ShopApi(shop, null)) {
      return api.isEmpty();
    } catch (ImportFailure e) {
      throw new LaunchFailure("The sample shop was not filled. " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LaunchFailure("Stopped while filling the sample shop.");
    }
  }

  /**
   * Fills the shop through its own API. Repeating it lists no product twice, but writes the sample
   * over what was changed in it.
   *
   * @param shop where it answers
   * @return how many products are there now
   * @throws LaunchFailure if the shop does not take them
   */
  public static long fill(URI shop, AdminCredentials admin) {
    ImportOptions options =
        new ImportOptions(Path.of(FILE), shop, "EUR", Map.of(), BigDecimal.ZERO);
    try (InputStream sample = SampleShop.class.getResourceAsStream(FILE);
        ProductFile file = ProductFile.of(sample.readAllBytes(), FILE);
        ImportReport report = new ImportReport(Path.of(FILE + ".refused.txt"));
        ShopApi api = new ShopApi(shop, admin)) {
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
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LaunchFailure("Stopped while filling the sample shop.");
    }
  }
}
