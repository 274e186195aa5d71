package org.orderly.web.caching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CachedRouteTest {

  @ParameterizedTest
  @CsvSource({
    "/api/v1/products, /api/v1/products",
    "/api/v1/categories, /api/v1/categories",
    "/api/v1/products/suggest, /api/v1/products/suggest",
    "/api/v1/products/0190a3c4-5b6d-7e8f-9012-3456789abcde, /api/v1/products/{id}",
    "/api/v1/products/by-sku/HP-100_x.2, /api/v1/products/by-sku/{sku}"
  })
  void isTheTemplateOfAPlainAddress(String path, String route) {
    assertThat(CachedRoute.of(path)).isEqualTo(route);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/products/",
        "/api/v1/products;x=1",
        "/api/v1//products",
        "/api/v1/products/batch",
        "/api/v1/products/0190A3C4-5B6D-7E8F-9012-3456789ABCDE",
        "/api/v1/products/0190a3c4-5b6d-7e8f-9012-3456789abcde/",
        "/api/v1/products/by-sku/",
        "/api/v1/products/by-sku/a%20b",
        "/api/v1/products/by-sku/a/b",
        "/api/v1/categories/0190a3c4-5b6d-7e8f-9012-3456789abcde",
        "/api/v1/orders"
      })
  void leavesOthersToTheResources(String path) {
    assertThat(CachedRoute.of(path)).isNull();
  }
}
