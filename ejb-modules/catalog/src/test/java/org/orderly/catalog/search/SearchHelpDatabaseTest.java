package org.orderly.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orderly.catalog.ProductDraft;
import org.orderly.catalog.ProductEditor;
import org.orderly.catalog.search.Facets.FacetValue;
import org.orderly.catalog.search.Facets.PriceFacet;
import org.orderly.catalog.search.Suggestions.SuggestedCategory;
import org.orderly.catalog.search.Suggestions.SuggestedProduct;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.Limit;
import org.orderly.kernel.Money;
import org.orderly.testing.Application;

/** What helps shoppers on: corrected words, synonyms, suggestions and facets. */
class SearchHelpDatabaseTest {

  @RegisterExtension static final Application APP = Application.on("catalog");

  private final SearchShop shop = new SearchShop(APP);

  @BeforeEach
  void begin() {
    APP.database("catalog").execute("delete from product where true");
    APP.database("catalog").execute("delete from search_word where true");
  }

  private void add(String sku, String name, String brand, String price, String... categories) {
    APP.bean(ProductEditor.class)
        .add(
            new ProductDraft(
                sku, name, "", brand, Money.of(price, "EUR"), List.of(categories), null, 0, null),
            null);
  }

  private static ProductMatches search(
      @Nullable String q, @Nullable String category, List<String> brands, Set<Facet> facets) {
    return APP.bean(ProductSearch.class)
        .search(
            new ProductFilter(
                q,
                category,
                brands,
                PriceRange.of("EUR", null, null),
                ProductSort.RELEVANCE,
                facets,
                Limit.of(2),
                null));
  }

  @ParameterizedTest
  @CsvSource({
    "samsng galxy, samsung galaxy",
    "Galayx, galaxy",
    "smasung, samsung",
    "blnder, blender",
    "samsng phone, samsung phone"
  })
  void correctsTypingErrors(String typed, String meant) {
    add("T-1", "Samsung Galaxy S21 phone", "Samsung", "900.00");
    add("T-2", "Blender", null, "30.00");
    APP.bean(VocabularyRepository.class).write();

    ProductMatches found = search(typed, null, List.of(), Set.of());

    assertThat(found.didYouMean()).isEqualTo(meant);
    assertThat(SearchShop.skus(found)).containsExactly(meant.equals("blender") ? "T-2" : "T-1");
  }

  @ParameterizedTest
  @CsvSource({"samsung", "gal", "xyzzyx", "S2l", "lamp 12345"})
  void leavesWordsThatThereAreOrThatResembleNone(String typed) {
    add("T-1", "Samsung Galaxy S21 phone", "Samsung", "900.00");
    APP.bean(VocabularyRepository.class).write();

    assertThat(search(typed, null, List.of(), Set.of()).didYouMean()).isNull();
  }

  @Test
  void goesOnInACorrectedList() {
    for (int i = 0; i < 5; i++) {
      add("T-" + i, "Samsung Galaxy", null, "900.00");
    }
    APP.bean(VocabularyRepository.class).write();

    assertThat(shop.pages("samsng galxy", "newest"))
        .containsExactly("T-4", "T-3", "T-2", "T-1", "T-0");
  }

  @Test
  void forgetsWordsThatNoProductHas() {
    add("T-1", "Samsung", null, "1.00");
    APP.bean(VocabularyRepository.class).write();
    APP.database("catalog").execute("delete from product where true");
    add("T-2", "Blender", null, "1.00");
    APP.bean(VocabularyRepository.class).write();

    assertThat(APP.database("catalog").rows("select word, products from search_word"))
        .containsExactly("(blender,1)");
  }

  @ParameterizedTest
  @CsvSource({
    "television, LED TV",
    "tv, Colour television",
    "fridge, Refrigerator",
    "couch, Sofa blue",
    "usb stick, Flash drive 8 GB",
    "thumb drives, USB stick",
    "trainer, Sneakers white"
  })
  void findsSynonyms(String q, String name) {
    shop.add("Y-1", name);
    shop.add("Y-2", "Kettle");

    assertThat(shop.find(q)).containsExactly("Y-1");
  }

  @Test
  void suggestsWhatBeginsSo() {
    add("G-1", "Samsung Galaxy", "Samsung", "1.00", "Sample phones");
    add("G-2", "Sample tea", "Sam's", "1.00", "Drinks", "Samples of tea");
    add("sam3", "Kettle", "Acme", "1.00");
    add("G-4", "Case for Samsung", "Acme", "1.00");

    Suggestions found = APP.bean(SuggestionQueries.class).suggest("SAM", 10);

    assertThat(found.products())
        .extracting(SuggestedProduct::sku)
        .containsExactly("G-2", "G-1", "sam3", "G-4");
    assertThat(found.categories())
        .extracting(SuggestedCategory::names)
        .containsExactly(List.of("Sample phones"), List.of("Drinks", "Samples of tea"));
    assertThat(found.brands()).containsExactly("Sam's", "Samsung");
    assertThat(APP.bean(SuggestionQueries.class).suggest("sam", 1).products()).hasSize(1);
    assertThat(APP.bean(SuggestionQueries.class).suggest("\uD800", null).products()).isEmpty();
  }

  @Test
  void refusesSuggestionsWithoutBounds() {
    SuggestionQueries suggestions = APP.bean(SuggestionQueries.class);
    assertThatThrownBy(() -> suggestions.suggest(null, 5)).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> suggestions.suggest("x".repeat(101), 5))
        .isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> suggestions.suggest("x", 11)).isInstanceOf(InvalidValue.class);
  }

  @Test
  void countsEachFacetUnderTheOtherFilters() {
    add("A-1", "Tea", "Lipton", "3.00", "Food", "Tea");
    add("A-2", "Tea", "Lipton", "30.00", "Food", "Tea");
    add("A-3", "Tea", "Acme", "3.00", "Food", "Sweets");
    add("A-4", "Tea pot", "Acme", "3000.00", "Kitchen");
    add("A-5", "Lamp", "Acme", "3.00", "Kitchen");

    Facets all =
        search("tea", null, List.of(), Facet.of(List.of("brand,category", "price"))).facets();
    assertThat(all.brand()).containsExactly(new FacetValue("Acme", 2), new FacetValue("Lipton", 2));
    assertThat(all.category())
        .containsExactly(new FacetValue("food", 3), new FacetValue("kitchen", 1));
    assertThat(all.price())
        .containsExactly(
            new PriceFacet(Money.of("0.00", "EUR"), Money.of("10.00", "EUR"), 2),
            new PriceFacet(Money.of("25.00", "EUR"), Money.of("50.00", "EUR"), 1),
            new PriceFacet(Money.of("2500.00", "EUR"), null, 1));

    Facets narrow =
        search("tea", "food", List.of("Lipton"), Set.of(Facet.BRAND, Facet.CATEGORY)).facets();
    assertThat(narrow.brand())
        .containsExactly(new FacetValue("Lipton", 2), new FacetValue("Acme", 1));
    assertThat(narrow.category()).containsExactly(new FacetValue("food/tea", 2));
    assertThat(narrow.price()).isNull();
    assertThat(search("tea", null, List.of(), Set.of()).facets()).isNull();
    assertThatThrownBy(() -> Facet.of(List.of("colour")))
        .hasMessage("facets must be of brand, category, price");
  }

  @Test
  void countsChangedLetters() {
    assertThat(Spelling.distance("samsng", "samsung")).isEqualTo(1);
    assertThat(Spelling.distance("smasung", "samsung")).isEqualTo(1);
    assertThat(Spelling.distance("tea", "lamp")).isEqualTo(4);
    assertThat(Spelling.distance("", "ab")).isEqualTo(2);
  }
}
