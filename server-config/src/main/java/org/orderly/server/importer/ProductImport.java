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

/**
 * Moves the rows of a file into the shop, some batches at a time.
 *
 * <p>A product that the file has twice is sent twice, one after the other, so that the later row
 * wins as it would by hand.
 */
final class ProductImport {

  private static final int BATCHES_AT_ONCE = 4;

  private final ShopApi shop;
  private final ProductReader reader;
  private final ImportReport report;
  private final ProgressBar progress;

  private final Set<String> skus = new HashSet<>();
  private final List<ImportBatch> batches = new ArrayList<>();

  ProductImport(ShopApi shop, ProductReader reader, ImportReport report, ProgressBar progress) {
    this.shop = shop;
    this.reader = reader;
    this.report = report;
    this.progress = progress;
  }

  void run(ProductFile file) throws IOException, InterruptedException {
    ExecutorService senders = Executors.newFixedThreadPool(BATCHES_AT_ONCE);
    try {
      for (ImportRow importRow = file.next(); importRow != null; importRow = file.next()) {
        if (batches.size() == BATCHES_AT_ONCE && last().isFull() || isRepeated(importRow)) {
          send(senders);
          progress.show(file.percent(), report.counts());
        }
        take(importRow);
      }
      send(senders);
      progress.show(100, report.counts());
      progress.finish();
    } finally {
      senders.shutdownNow();
    }
  }

  private boolean isRepeated(ImportRow importRow) {
    return importRow.values() != null && skus.contains(reader.sku(importRow.values()));
  }

  private void take(ImportRow importRow) throws IOException {
    if (importRow.problem() != null) {
      report.refused(importRow.place(), null, importRow.problem());
      return;
    }
    String sku = reader.sku(importRow.values());
    try {
      if (batches.isEmpty() || last().isFull()) {
        batches.add(new ImportBatch());
      }
      last().add(importRow.place(), reader.read(importRow.values()));
      skus.add(sku);
    } catch (ProductReader.UnusableRow e) {
      report.refused(importRow.place(), sku, e.getMessage());
    }
  }

  private void send(ExecutorService senders) throws IOException, InterruptedException {
    List<Future<ImportBatch>> sent = new ArrayList<>();
    for (ImportBatch importBatch : batches) {
      sent.add(senders.submit(() -> importBatch.sendTo(shop)));
    }
    for (Future<ImportBatch> importBatch : sent) {
      finished(importBatch).tell(report);
    }
    batches.clear();
    skus.clear();
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
