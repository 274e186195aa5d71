package org.orderly.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.Limit;
import org.orderly.testing.Application;
import org.orderly.testing.TestDatabase;

/** Searches in the database: what is found, in which order, page by page. */
class ProductSearchDatabaseTest {

  @RegisterExtension static final Application APP = Application.on("catalog");

  private final SearchShop shop = new SearchShop(APP);
  private TestDatabase database;

  @BeforeEach
  void begin() {
    database = APP.database("catalog");
    database.execute("delete from product where true");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "“Aurora” lamp | aurora",
        "Poster 50×70 cm oak | Poster 50×70 cm oak",
        "Runner sizes 36–40 | runner 40",
        "Jagger’s hat | jagger's",
        "Oven 250°C safe glove | Oven 250°C safe glove",
        "Kettle—Brandnew—steel | brandnew",
        "T-shirt red | tshirt",
        "Tshirt red | t-shirt",
        "T shirt red | tshirt red",
        "Tshirt red | red t shirt",
        "Disk 500GB | 500 gb",
        "Disk 500 GB | 500GB",
        "Crème brûlée | creme brulee",
        "Creme brulee | Crème Brûlée",
        "Battery charger | batteries",
        "Batteries AA | battery",
        "Shoes | shoe",
        "高級緑茶セット | 緑茶",
        "무선이어폰 | 이어폰",
        "🎁 Gift box | 🎁",
        "??? | ???",
        "AT&T phone | at&t",
        "C++ primer | c++"
      })
  void finds(String name, String q) {
    shop.add("N-1", name);
    shop.add("N-2", "Something else");

    assertThat(shop.find(q)).containsExactly("N-1");
  }

  @Test
  void putsTheSkuFirstThenNameBrandAndBeginnings() {
    shop.add("VL-51", "Valve fifty one");
    shop.add("VL-50", "Valve fifty");
    shop.add("VL-5", "Valve five");
    database.execute("update product set popularity = 99 where sku <> 'VL-5'");
    assertThat(shop.find("VL-5")).startsWith("VL-5").hasSize(3);
    assertThat(shop.find("vl5")).startsWith("VL-5");
    shop.add("vl.5", "Other spelling");
    assertThat(shop.find("VL-5")).startsWith("VL-5", "vl.5");
    assertThat(shop.find("vl.5")).startsWith("vl.5", "VL-5");

    shop.add("K-1", "Used kettle of acme", null, "acme", "1.00");
    shop.add("K-2", "Acme kettle");
    shop.add("K-3", "Kettle", "Acme", "", "1.00");
    shop.add("K-4", "Acme");
    assertThat(shop.find("acme")).containsExactly("K-4", "K-3", "K-2", "K-1");
  }

  @ParameterizedTest
  @CsvSource({
    "relevance, A B C D E",
    "popularity, A B C D E",
    "newest, E D C B A",
    "price, E C A D B",
    "-price, B D A C E",
    "name, B E A D C"
  })
  void sortsPageByPage(String sort, String order) {
    String[][] products = {
      {"A", "tea one", "3.00"},
      {"B", "tea big", "9.00"},
      {"C", "tea two", "2.00"},
      {"D", "Tea: two", "4.00"},
      {"E", "tea éa", "1.00"}
    };
    for (String[] product : products) {
      shop.add(product[0], product[1], null, "", product[2]);
      database.execute(
          "update product set popularity = ? where sku = ?",
          100 - product[0].charAt(0),
          product[0]);
    }
    List<String> expected = List.of(order.split(" "));
    if (sort.equals("name")) {
      // of equal names the older first
      expected = List.of("B", "E", "A", "C", "D");
    }
    assertThat(shop.pages(null, sort)).containsExactlyElementsOf(expected);
    assertThat(shop.pages("tea", sort))
        .hasSize(5)
        .satisfies(
            found -> {
              if (!sort.equals("relevance")) {
                assertThat(found).isEqualTo(shop.pages(null, sort));
              }
            });
  }

  @Test
  void refusesTheCursorOfAnotherList() {
    for (int i = 0; i < 3; i++) {
      shop.add("C-" + i, "tea");
    }
    String cursor = page("tea", "price", null, List.of()).nextCursor();
    assertThat(SearchShop.skus(page("tea", "price", cursor, List.of()))).containsExactly("C-1");
    assertThatThrownBy(() -> page("tea", "-price", cursor, List.of()))
        .isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> page("tee", "price", cursor, List.of()))
        .isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> page("tea", "price", cursor, List.of("Acme")))
        .isInstanceOf(InvalidValue.class);
  }

  private ProductMatches page(String q, String sort, String cursor, List<String> brands) {
    return APP.bean(ProductSearch.class)
        .search(
            new ProductFilter(
                q, null, brands, null, ProductSort.of(sort), Set.of(), Limit.of(1), cursor));
  }

  @Test
  void narrowsByBrandsAndPrices() {
    shop.add("F-1", "tea", "Twinings & Co", "", "3.00");
    shop.add("F-2", "tea", "Lipton", "", "5.00");
    shop.add("F-3", "tea", null, "", "7.00");
    assertThat(filtered(List.of("TWININGS CO"), null)).containsExactly("F-1");
    assertThat(filtered(List.of("twinings co", "lipton"), null)).containsExactly("F-1", "F-2");
    assertThat(filtered(List.of(), PriceRange.of("EUR", "3.00", "5.00")))
        .containsExactly("F-1", "F-2");
    assertThat(filtered(List.of(), PriceRange.of("EUR", "5.01", null))).containsExactly("F-3");
    assertThat(filtered(List.of(), PriceRange.of("USD", null, null))).isEmpty();
  }

  private List<String> filtered(List<String> brands, PriceRange price) {
    return SearchShop.skus(
        APP.bean(ProductSearch.class)
            .search(
                new ProductFilter(
                    "tea", null, brands, price, ProductSort.PRICE, Set.of(), Limit.of(9), null)));
  }

  @Test
  void indexesWhatSomebodyElseHasWritten() {
    shop.add("X-1", "Red lamp");
    database.execute("update product set name = 'Blue kettle' where sku = 'X-1'");
    assertThat(database.count("product where search_source is null")).isEqualTo(1);
    assertThat(shop.find("lamp")).containsExactly("X-1");

    assertThat(APP.bean(SearchIndexRepository.class).writeSome()).isFalse();

    assertThat(database.count("product where search_source is null")).isZero();
    assertThat(shop.find("kettle")).containsExactly("X-1");
    assertThat(shop.find("lamp")).isEmpty();
  }
}
