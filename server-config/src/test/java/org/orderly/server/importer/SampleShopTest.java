package org.orderly.server.importer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.orderly.productfiles.ProductFile;
import org.orderly.productfiles.product.FileEntry;
import org.orderly.productfiles.product.FileProduct;

class SampleShopTest {

  @Test
  void hasTwoHundredProductsWithTheirOwnSkusInATreeOfCategories() throws IOException {
    Set<String> skus = new HashSet<>();
    Set<String> leaves = new HashSet<>();
    Set<String> roots = new HashSet<>();
    int byWeight = 0;
    ImportOptions options = SampleShop.options(null);
    try (ProductFile file = SampleShop.file(options)) {
      for (FileEntry entry = file.next(); entry != null; entry = file.next()) {
        ObjectNode product = new ProductJson(options).of((FileProduct) entry);
        assertThat(product.has("stock")).isFalse();
        assertThat(skus.add(product.get("sku").asText())).as(product.toString()).isTrue();
        roots.add(product.get("categories").get(0).asText());
        leaves.add(product.get("categories").toString());
        byWeight += product.path("quantityScale").asInt() == 3 ? 1 : 0;
        assertThat(product.get("price").get("currency").asText()).isEqualTo("EUR");
        assertThat(product.get("imageUrl").asText())
            .isEqualTo("/api/v1/pictures/" + product.get("sku").asText() + ".svg");
        assertThat(product.get("initialStock").decimalValue()).isPositive();
      }
    }
    assertThat(skus).hasSize(200);
    assertThat(roots).hasSize(12);
    assertThat(leaves).hasSize(40);
    assertThat(byWeight).isEqualTo(20);
  }
}
