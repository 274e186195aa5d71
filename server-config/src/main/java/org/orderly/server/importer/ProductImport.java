package org.orderly.server.importer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Moves the rows of a file into the shop, batch by batch, in their order. */
final class ProductImport {

  private static final int BATCH_ITEMS = 100;
  private static final int BATCH_CHARACTERS = 1_000_000;

  private final ShopApi shop;
  private final ProductReader reader;
  private final ImportReport report;
  private final ProgressBar progress;

  private ArrayNode batch = JsonText.MAPPER.createArrayNode();
  private final List<String> places = new ArrayList<>();
  private int characters;

  ProductImport(ShopApi shop, ProductReader reader, ImportReport report, ProgressBar progress) {
    this.shop = shop;
    this.reader = reader;
    this.report = report;
    this.progress = progress;
  }

  void run(ProductFile file) throws IOException, InterruptedException {
    for (Row row = file.next(); row != null; row = file.next()) {
      take(row);
      if (batch.size() == BATCH_ITEMS || characters >= BATCH_CHARACTERS) {
        send();
        progress.show(file.percent(), report.counts());
      }
    }
    send();
    progress.show(100, report.counts());
    progress.finish();
  }

  private void take(Row row) throws IOException {
    if (row.problem() != null) {
      report.refused(row.place(), null, row.problem());
      return;
    }
    try {
      ObjectNode product = reader.read(row.values());
      batch.add(product);
      places.add(row.place());
      characters += product.toString().length();
    } catch (ProductReader.UnusableRow e) {
      report.refused(row.place(), row.values().path("sku").asText(null), e.getMessage());
    }
  }

  private void send() throws IOException, InterruptedException {
    if (batch.isEmpty()) {
      return;
    }
    for (JsonNode outcome : shop.upsert(batch)) {
      switch (outcome.path("result").asText()) {
        case "created" -> report.created();
        case "updated" -> report.updated();
        default ->
            report.refused(
                places.get(outcome.path("index").asInt()),
                outcome.path("sku").asText(null),
                outcome.path("detail").asText());
      }
    }
    batch = JsonText.MAPPER.createArrayNode();
    places.clear();
    characters = 0;
  }
}
