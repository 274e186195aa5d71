package org.orderly.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderly.kernel.Limit;
import org.orderly.testing.Application;
import org.orderly.testing.TestDatabase;

/** Searches that found nothing, for admins: counted, limited, without personal data. */
class SearchMissesDatabaseTest {

  @RegisterExtension static final Application APP = Application.on("catalog");

  private final SearchShop shop = new SearchShop(APP);
  private TestDatabase database;

  @BeforeEach
  void begin() {
    database = APP.database("catalog");
    APP.bean(SearchMisses.class).write();
    database.execute("delete from search_miss where true");
  }

  @Test
  void countsWhatFoundNothing() {
    shop.add("M-1", "Kettle");
    shop.find("kettle");
    shop.find("Zither strings");
    shop.find("zither: STRINGS");
    shop.find("accordion");

    APP.bean(SearchMisses.class).write();
    shop.find("accordion");
    shop.find("accordion");
    APP.bean(SearchMisses.class).write();

    assertThat(APP.bean(SearchMissQueries.class).frequent(Limit.of(5)))
        .extracting(miss -> miss.words() + " " + miss.searches())
        .containsExactly("accordion 3", "zither strings 2");
    assertThat(APP.bean(SearchMissQueries.class).frequent(Limit.of(1))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jane@example.org",
        "+49 (30) 1234-5678",
        "4111 1111 1111 1111",
        "my name is jane and i live in utopia",
        "???"
      })
  void keepsNothingThatLooksPersonal(String q) {
    shop.find(q);

    APP.bean(SearchMisses.class).write();

    assertThat(database.count("search_miss")).isZero();
  }

  @Test
  void keepsALimitedNumberForALimitedTime() {
    SearchMissRepository repository = APP.bean(SearchMissRepository.class);
    repository.add(Map.of("old", 1));
    database.execute("update search_miss set last_at = now() - interval '31 days' where true");
    Map<String, Integer> many =
        IntStream.range(0, SearchMissRepository.MAX_KEPT + 50)
            .boxed()
            .collect(Collectors.toMap(i -> "word " + i, i -> 1));

    repository.add(many);

    assertThat(database.count("search_miss")).isEqualTo(SearchMissRepository.MAX_KEPT);
    assertThat(database.count("search_miss where words = 'old'")).isZero();
  }
}
