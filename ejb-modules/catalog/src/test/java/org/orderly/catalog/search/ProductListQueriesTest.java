package org.orderly.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderly.kernel.Cursor;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.Limit;

class ProductListQueriesTest {

  @Test
  void ranksOnlyWhenThereAreWords() {
    assertThat(list(null, "relevance", null).sql())
        .doesNotContain("ts_rank")
        .endsWith("order by popularity desc, id desc limit ?");
    assertThat(list("lamp", "relevance", null).sql())
        .contains("ts_rank")
        .endsWith("order by match desc, score desc, popularity desc, id desc limit ?");
    assertThat(list("lamp", "price", null).sql())
        .doesNotContain("ts_rank")
        .endsWith("order by price_currency, price_minor, id limit ?");
  }

  @Test
  void asksTheDatabaseNothingWhenNothingCanMatch() {
    assertThat(list("\uD800", "relevance", null).read(null).items()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "", "MTIz"})
  void rejectsCursorsOfOtherLists(String cursor) {
    assertThatThrownBy(() -> list(null, "newest", cursor).sql()).isInstanceOf(InvalidValue.class);
  }

  @Test
  void rejectsCursorsWithoutTheMarkOfTheList() {
    String cursor = Cursor.encode("0", UUID.randomUUID().toString());

    assertThatThrownBy(() -> list(null, "newest", cursor).sql())
        .hasMessageContaining("other words, filters or sort");
  }

  @Test
  void namesTheSortsThatThereAre() {
    assertThatThrownBy(() -> ProductSort.of("prize"))
        .hasMessage("sort must be one of relevance, popularity, newest, price, -price, name");
  }

  @Test
  void refusesPricesWithoutCurrencyAndRangesThatAreNone() {
    assertThatThrownBy(() -> PriceRange.of(null, "1", null)).hasMessageContaining("currency");
    assertThatThrownBy(() -> PriceRange.of("EUR", "2", "1")).hasMessageContaining("maxPrice");
    assertThatThrownBy(() -> PriceRange.of("EUR", "-2", null)).hasMessageContaining("minPrice");
    assertThatThrownBy(() -> PriceRange.of("EUR", "two", null)).hasMessageContaining("minPrice");
    assertThatThrownBy(() -> PriceRange.of("EURO", "2", null)).hasMessageContaining("currency");
    assertThat(PriceRange.of(null, null, null)).isNull();
  }

  private static ProductListQueries list(String q, String sort, String cursor) {
    ProductFilter filter =
        new ProductFilter(
            q, null, List.of(), null, ProductSort.of(sort), Set.of(), Limit.of(5), cursor);
    return new ProductListQueries(filter, q == null ? null : TextQuery.of(q));
  }
}
