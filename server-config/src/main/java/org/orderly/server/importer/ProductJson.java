package org.orderly.server.importer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import org.orderly.productfiles.product.FileProduct;

/** Writes a product of a file as the API takes it. */
final class ProductJson {

  private final ImportOptions options;

  ProductJson(ImportOptions options) {
    this.options = options;
  }

  /** Members that the file does not have are absent. */
  ObjectNode of(FileProduct product) {
    ObjectNode json = ApiJson.MAPPER.createObjectNode();
    text(json, "sku", product.sku());
    text(json, "name", product.name());
    text(json, "description", product.description());
    text(json, "brand", product.brand());
    json.putObject("price")
        .put("amount", product.price().amount().toPlainString())
        .put("currency", product.price().currency());
    if (!product.categories().isEmpty()) {
      ArrayNode path = json.putArray("categories");
      product.categories().forEach(path::add);
    }
    text(json, "imageUrl", product.imageUrl());
    number(json, "quantityScale", product.quantityScale());
    number(json, "lowStockThreshold", product.lowStockThreshold());
    BigDecimal given = product.stock() == null ? product.initialStock() : product.stock();
    json.put("initialStock", given == null ? options.initialStock() : given);
    if (product.stock() != null && !options.keepsStock()) {
      json.put("stock", product.stock());
    }
    return json;
  }

  private static void text(ObjectNode json, String name, String text) {
    if (text != null) {
      json.put(name, text);
    }
  }

  private static void number(ObjectNode json, String name, BigDecimal number) {
    if (number != null) {
      json.put(name, number);
    }
  }
}
