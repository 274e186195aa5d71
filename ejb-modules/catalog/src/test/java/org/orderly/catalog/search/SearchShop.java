package org.orderly.catalog.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderly.catalog.ProductDraft;
import org.orderly.catalog.ProductEditor;
import org.orderly.catalog.ProductView;
import org.orderly.kernel.Limit;
import org.orderly.kernel.Money;
import org.orderly.testing.Application;

/** Lists products and searches for them, for tests. */
final class SearchShop {

  private final Application application;

  SearchShop(Application application) {
    this.application = application;
  }

  ProductView add(String sku, String name) {
    return add(sku, name, null, "", "5.00");
  }

  ProductView add(
      String sku, String name, @Nullable String brand, String description, String price) {
    return application
        .bean(ProductEditor.class)
        .add(
            new ProductDraft(
                sku, name, description, brand, Money.of(price, "EUR"), List.of(), null, 0, null),
            null);
  }

  static ProductFilter words(String q) {
    return new ProductFilter(
        q, null, List.of(), null, ProductSort.RELEVANCE, Set.of(), Limit.of(100), null);
  }

  List<String> find(String q) {
    return skus(application.bean(ProductSearch.class).search(words(q)));
  }

  /** All pages of a list, of two products each. */
  List<String> pages(@Nullable String q, String sort) {
    List<String> found = new ArrayList<>();
    String cursor = null;
    do {
      ProductMatches page =
          application
              .bean(ProductSearch.class)
              .search(
                  new ProductFilter(
                      q,
                      null,
                      List.of(),
                      null,
                      ProductSort.of(sort),
                      Set.of(),
                      Limit.of(2),
                      cursor));
      found.addAll(skus(page));
      cursor = page.nextCursor();
    } while (cursor != null);
    return found;
  }

  static List<String> skus(ProductMatches page) {
    return page.items().stream().map(ProductView::sku).toList();
  }
}
