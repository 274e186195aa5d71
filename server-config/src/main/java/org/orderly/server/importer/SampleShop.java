package org.orderly.server.importer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.orderly.productfiles.FileOptions;
import org.orderly.productfiles.ProductFile;
import org.orderly.productfiles.product.ReadOptions;
import org.orderly.productfiles.profile.ProfileName;
import org.orderly.productfiles.value.DecimalMark;
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
    ImportOptions options = options(shop);
    try (ProductFile file = file(options);
        ShopApi api = new ShopApi(shop, admin)) {
      ImportReport report = new ImportReport(RefusedRows.nowhere(), ImportCounts.NONE);
      api.signIn();
      new ProductImport(api, options, report, ProgressBar.silent(), rows -> {}).run(file, 0);
      if (!report.isComplete()) {
        throw new LaunchFailure("The sample shop was not taken: " + report.counts().shown() + ".");
      }
      return report.counts().rows();
    } catch (ImportFailure e) {
      throw new LaunchFailure("The sample shop was not filled. " + e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LaunchFailure("Stopped while filling the sample shop.");
    }
  }

  static ImportOptions options(URI shop) {
    ReadOptions reading =
        new ReadOptions("EUR", DecimalMark.POINT, Map.of(), LocalDate.now(ZoneOffset.UTC));
    return new ImportOptions(
        Path.of(FILE),
        shop,
        null,
        new FileOptions(ProfileName.PLAIN, null, reading),
        BigDecimal.ZERO,
        true,
        false,
        false);
  }

  static ProductFile file(ImportOptions options) throws IOException {
    InputStream sample = SampleShop.class.getResourceAsStream(FILE);
    return ProductFile.of(sample, 0, FILE, options.reading());
  }
}
