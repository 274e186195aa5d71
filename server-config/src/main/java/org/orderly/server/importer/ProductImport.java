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
  private final List<Batch> batches = new ArrayList<>();

  ProductImport(ShopApi shop, ProductReader reader, ImportReport report, ProgressBar progress) {
    this.shop = shop;
    this.reader = reader;
    this.report = report;
    this.progress = progress;
  }

  void run(ProductFile file) throws IOException, InterruptedException {
    ExecutorService senders = Executors.newFixedThreadPool(BATCHES_AT_ONCE);
    try {
      for (Row row = file.next(); row != null; row = file.next()) {
        if (batches.size() == BATCHES_AT_ONCE && last().isFull() || isRepeated(row)) {
          send(senders);
          progress.show(file.percent(), report.counts());
        }
        take(row);
      }
      send(senders);
      progress.show(100, report.counts());
      progress.finish();
    } finally {
      senders.shutdownNow();
    }
  }

  private boolean isRepeated(Row row) {
    return row.values() != null && skus.contains(reader.sku(row.values()));
  }

  private void take(Row row) throws IOException {
    if (row.problem() != null) {
      report.refused(row.place(), null, row.problem());
      return;
    }
    String sku = reader.sku(row.values());
    try {
      if (batches.isEmpty() || last().isFull()) {
        batches.add(new Batch());
      }
      last().add(row.place(), reader.read(row.values()));
      skus.add(sku);
    } catch (ProductReader.UnusableRow e) {
      report.refused(row.place(), sku, e.getMessage());
    }
  }

  private void send(ExecutorService senders) throws IOException, InterruptedException {
    List<Future<Batch>> sent = new ArrayList<>();
    for (Batch batch : batches) {
      sent.add(senders.submit(() -> batch.sendTo(shop)));
    }
    for (Future<Batch> batch : sent) {
      finished(batch).tell(report);
    }
    batches.clear();
    skus.clear();
  }

  private static Batch finished(Future<Batch> batch) throws InterruptedException {
    try {
      return batch.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ImportFailure failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private Batch last() {
    return batches.get(batches.size() - 1);
  }
}
