package org.orderly.server.importer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Products that travel in one request, and what became of them. */
final class ImportBatch {

  private static final int MAX_ITEMS = 100;
  private static final int MAX_CHARACTERS = 1_000_000;

  private final ArrayNode products = ApiJson.MAPPER.createArrayNode();
  private final List<String> places = new ArrayList<>();
  private int characters;
  private JsonNode outcomes = ApiJson.MAPPER.createArrayNode();

  void add(String place, ObjectNode product) {
    places.add(place);
    products.add(product);
    characters += product.toString().length();
  }

  boolean isFull() {
    return products.size() == MAX_ITEMS || characters >= MAX_CHARACTERS;
  }

  ImportBatch sendTo(ShopApi shop, boolean dryRun) throws InterruptedException {
    if (!products.isEmpty()) {
      outcomes = shop.upsert(products, dryRun);
    }
    return this;
  }

  void tell(ImportReport report) throws IOException {
    for (JsonNode outcome : outcomes) {
      switch (outcome.path("result").asText()) {
        case "created" -> report.created();
        case "updated" -> report.updated(outcome.path("stockSet").asBoolean());
        default ->
            report.refused(
                places.get(outcome.path("index").asInt()),
                outcome.path("sku").asText(null),
                outcome.path("detail").asText());
      }
    }
  }
}
