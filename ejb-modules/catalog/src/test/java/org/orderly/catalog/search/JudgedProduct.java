package org.orderly.catalog.search;

import java.util.List;

/**
 * A product as queries are judged by it.
 *
 * @param text sku, name, brand and the path of its category
 */
record JudgedProduct(String sku, String category, String text) {

  static JudgedProduct of(String sku, String name, String brand, List<String> categories) {
    String category = String.join("/", categories);
    return new JudgedProduct(sku, category, String.join(" | ", name, brand, category, sku));
  }
}
