package org.orderly.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderly.kernel.Cursor;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.Limit;

class ProductQueriesTest {

  private static final String CURSOR = Cursor.encode("0", "17", UUID.randomUUID().toString());

  @Test
  void ranksOnlyWhenThereAreWords() {
    assertThat(list(null, null, null).sql())
        .doesNotContain("ts_rank")
        .endsWith("order by popularity desc, id desc limit ?");
    assertThat(list("lamp", null, null).sql())
        .contains("ts_rank")
        .endsWith("order by score desc, popularity desc, id desc limit ?");
  }

  @Test
  void goesOnAfterTheKeysOfTheCursor() {
    assertThat(list(null, null, CURSOR).sql()).contains("(popularity, id) < (?, ?)");
    assertThat(list("lamp", "lights", CURSOR).sql())
        .contains("(score, popularity, id) < (?, ?, ?)")
        .contains("category_id = any (array(");
  }

  @Test
  void asksTheDatabaseNothingWhenNothingCanMatch() throws Exception {
    assertThat(list("?!", null, null).read(null).items()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "", "MTIz"})
  void rejectsCursorsOfOtherLists(String cursor) {
    assertThatThrownBy(() -> list(null, null, cursor).sql()).isInstanceOf(InvalidValue.class);
  }

  @Test
  void rejectsCursorsWithKeysOfTheWrongType() {
    String cursor = Cursor.encode("0", "many", UUID.randomUUID().toString());

    assertThatThrownBy(() -> list(null, null, cursor).sql()).isInstanceOf(InvalidValue.class);
  }

  private static ProductQueries list(String q, String category, String cursor) {
    return new ProductQueries(new ProductFilter(q, category, Limit.of(5), cursor));
  }
}
