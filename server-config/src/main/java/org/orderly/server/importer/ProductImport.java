package org.orderly.server.importer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.orderly.productfiles.ProductFile;
import org.orderly.productfiles.product.FileEntry;
import org.orderly.productfiles.product.FileProduct;
import org.orderly.productfiles.product.RefusedRow;
import org.orderly.productfiles.product.SkippedRow;

/**
 * Moves the products of a file into the shop, some batches at a time.
 *
 * <p>A product that the file has twice is sent twice, one after the other, so that the later row
 * wins as it would by hand.
 */
final class ProductImport {

  private static final int BATCHES_AT_ONCE = 4;

  private final ShopApi shop;
  private final ImportOptions options;
  private final ProductJson json;
  private final ImportReport report;
  private final ProgressBar progressBar;
  private final Checkpoint checkpoint;

  private final Set<String> skus = new HashSet<>();
  private final List<ImportBatch> batches = new ArrayList<>();
  private long taken;

  /** Hears how many rows of the file are done, all before them included. */
  interface Checkpoint {
    void reached(long rows) throws IOException;
  }

  ProductImport(
      ShopApi shop,
      ImportOptions options,
      ImportReport report,
      ProgressBar progressBar,
      Checkpoint checkpoint) {
    this.shop = shop;
    this.options = options;
    this.json = new ProductJson(options);
    this.report = report;
    this.progressBar = progressBar;
    this.checkpoint = checkpoint;
  }

  /**
   * Sends what comes after the rows that are done.
   *
   * @param done rows of the file that an earlier run has sent
   */
  void run(ProductFile file, long done) throws IOException, InterruptedException {
    ExecutorService senders = Executors.newFixedThreadPool(BATCHES_AT_ONCE);
    try {
      for (FileEntry entry = file.next(); entry != null; entry = file.next()) {
        if (file.rowsRead() <= done) {
          continue;
        }
        if (batches.size() == BATCHES_AT_ONCE && last().isFull() || isRepeated(entry)) {
          send(senders);
          progressBar.show(file.percent(), report.counts().shown());
        }
        take(entry);
        taken = file.rowsRead();
      }
      send(senders);
      progressBar.show(100, report.counts().shown());
      progressBar.finish();
    } finally {
      senders.shutdownNow();
    }
  }

  private boolean isRepeated(FileEntry entry) {
    return entry instanceof FileProduct product && skus.contains(product.sku());
  }

  private void take(FileEntry entry) throws IOException {
    switch (entry) {
      case RefusedRow row -> report.refused(row);
      case SkippedRow row -> report.leftOut(row);
      case FileProduct product -> {
        if (batches.isEmpty() || last().isFull()) {
          batches.add(new ImportBatch());
        }
        last().add(product.place(), json.of(product));
        skus.add(product.sku());
      }
    }
  }

  private void send(ExecutorService senders) throws IOException, InterruptedException {
    List<Future<ImportBatch>> sent = new ArrayList<>();
    for (ImportBatch importBatch : batches) {
      sent.add(senders.submit(() -> importBatch.sendTo(shop, options.dryRun())));
    }
    for (Future<ImportBatch> importBatch : sent) {
      finished(importBatch).tell(report);
    }
    batches.clear();
    skus.clear();
    checkpoint.reached(taken);
  }

  private static ImportBatch finished(Future<ImportBatch> importBatch) throws InterruptedException {
    try {
      return importBatch.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ImportFailure failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private ImportBatch last() {
    return batches.get(batches.size() - 1);
  }
}
