package org.orderly.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderly.catalog.ProductDraft;
import org.orderly.catalog.ProductEditor;
import org.orderly.kernel.Money;
import org.orderly.platform.json.Json;
import org.orderly.testing.Application;
import org.orderly.testing.TestDatabase;

/**
 * Judged queries over the products of a real phone shop, which are no part of the repository. The
 * limits are a little below what docs/search.md says was measured.
 */
class RelevanceDatabaseTest {

  private static final String FILE = "orderly.relevance.products";

  @RegisterExtension static final Application APP = Application.on("catalog");

  @Test
  void leadsWithWhatIsMeant() throws IOException {
    Path file = Path.of(System.getProperty(FILE, "../../../shared/data/bestbuy-products.json.gz"));
    assumeTrue(Files.isReadable(file), "no products at " + file + "; name some with -D" + FILE);
    APP.database("catalog").execute("delete from product where true");
    List<JudgedProduct> products = list(file);
    APP.bean(VocabularyRepository.class).write();

    Relevance relevance = new Relevance(JudgedQuery.read(), products, new SearchShop(APP)::find);

    relevance.worst(12).forEach(System.out::println);
    System.out.println(relevance);
    assertThat(relevance.withoutResult()).isZero();
    assertThat(relevance.reciprocalRank()).isGreaterThan(new BigDecimal("0.97"));
    assertThat(relevance.gain()).isGreaterThan(new BigDecimal("0.94"));
    assertThat(relevance.leading()).isGreaterThan(new BigDecimal("0.93"));
  }

  private static List<JudgedProduct> list(Path file) throws IOException {
    ProductEditor editor = APP.bean(ProductEditor.class);
    TestDatabase database = APP.database("catalog");
    List<JudgedProduct> products = new ArrayList<>();
    try (InputStream json = new GZIPInputStream(Files.newInputStream(file))) {
      for (JsonNode row : Json.mapper().readTree(json)) {
        List<String> categories = new ArrayList<>();
        row.get("categories").forEach(name -> categories.add(name.asText()));
        String sku = row.get("sku").asText();
        String name = line(row, "name");
        String brand = line(row, "brand");
        String description = line(row, "description");
        Money price = Money.of(row.get("price").decimalValue().setScale(2).toString(), "USD");
        editor.add(
            new ProductDraft(sku, name, description, brand, price, categories, null, 0, null),
            null);
        int popularity = row.get("popularity").asInt();
        database.execute("update product set popularity = ? where sku = ?", popularity, sku);
        products.add(JudgedProduct.of(sku, name, brand, categories));
      }
    }
    return products;
  }

  /** Some texts of the file went through a wrong encoding once. */
  private static String line(JsonNode row, String field) {
    return row.get(field).asText().replaceAll("\\p{Cc}+", " ");
  }
}
