package org.orderly.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderly.catalog.words.IndexedText;
import org.orderly.testing.Application;
import org.orderly.testing.TestDatabase;

/** A product is found by its whole name and by each word of it, whatever the name is made of. */
class FoundByNameDatabaseTest {

  @RegisterExtension static final Application APP = Application.on("catalog");

  private static final long SEED = 20261130;
  private static final int NAMES = 400;

  private static final List<String> WORDS =
      List.of(
          "lamp",
          "Jagger",
          "Straße",
          "ŁÓDŹ",
          "Ελλάδος",
          "Молоко",
          "İstanbul",
          "500GB",
          "x2y",
          "Batteries",
          "r2d2",
          "緑茶",
          "東京タワー",
          "無線イヤホン",
          "이어폰",
          "กาแฟ",
          "قهوة",
          "مُحَمَّد",
          "שָׁלוֹם",
          "हिन्दी",
          "Cafe\u0301",
          "e\u0302\u0301x",
          "ﷺ",
          "ⅷ",
          "٤٢",
          "ﬁne",
          "𠮷野",
          "𝔊old",
          "a",
          "5",
          "the",
          "of");

  private static final List<String> SIGNS = signs();

  /** Everything between words that Unicode has: spaces, punctuation, symbols, formats. */
  private static List<String> signs() {
    List<String> signs = new ArrayList<>(List.of("👩‍🚀", "🎁", "❤️", " 1️⃣ ", " ", " ", " "));
    IntStream.rangeClosed(0x20, 0xFFFF)
        .filter(
            point ->
                switch (Character.getType(point)) {
                  case Character.SPACE_SEPARATOR,
                      Character.CONNECTOR_PUNCTUATION,
                      Character.DASH_PUNCTUATION,
                      Character.START_PUNCTUATION,
                      Character.END_PUNCTUATION,
                      Character.INITIAL_QUOTE_PUNCTUATION,
                      Character.FINAL_QUOTE_PUNCTUATION,
                      Character.OTHER_PUNCTUATION,
                      Character.MATH_SYMBOL,
                      Character.CURRENCY_SYMBOL,
                      Character.MODIFIER_SYMBOL,
                      Character.OTHER_SYMBOL,
                      Character.FORMAT ->
                      true;
                  default -> false;
                })
        .forEach(point -> signs.add(Character.toString(point)));
    return signs;
  }

  private record Named(UUID id, String name, List<String> words) {}

  private static Named generated(Random random) {
    List<String> words = new ArrayList<>();
    StringBuilder name = new StringBuilder(random.nextInt(4) == 0 ? any(SIGNS, random) : "");
    int number = 1 + random.nextInt(6);
    for (int i = 0; i < number; i++) {
      words.add(any(WORDS, random));
      name.append(words.get(i)).append(any(SIGNS, random));
    }
    return new Named(new UUID(1, random.nextInt(Integer.MAX_VALUE)), name.toString(), words);
  }

  private static String any(List<String> of, Random random) {
    return of.get(random.nextInt(of.size()));
  }

  @Test
  void findsGeneratedNames() {
    TestDatabase database = APP.database("catalog");
    Random random = new Random(SEED);
    for (int i = 0; i < NAMES; i++) {
      Named product = generated(random);
      List<String> queries = new ArrayList<>(product.words());
      queries.add(product.name());
      String index = IndexedText.of("Q" + i, product.name(), null, "").vector();
      assertThat(queries)
          .as(product.name() + " " + index)
          .allSatisfy(
              q ->
                  assertThat(
                          database.row(
                              "select cast(? as tsvector) @@ cast(? as tsquery)",
                              index,
                              TextQuery.of(q).expression()))
                      .as(q)
                      .isEqualTo("(t)"));
    }
  }

  @Test
  void findsTwoWordsWithEachSignBetweenThem() {
    SearchShop shop = new SearchShop(APP);
    List<String> names = SIGNS.stream().map(sign -> "Uhu" + sign + "Zoom").distinct().toList();
    for (int i = 0; i < names.size(); i += 60) {
      shop.add("SIGN-" + i, names.get(i));
      assertThat(shop.find("uhu")).as(names.get(i)).contains("SIGN-" + i);
      assertThat(shop.find("ZOOM")).as(names.get(i)).contains("SIGN-" + i);
      assertThat(shop.find(names.get(i))).as(names.get(i)).contains("SIGN-" + i);
    }
    String all =
        "select count(*) from unnest(?) as v where not cast(v as tsvector) @@"
            + " cast('''uhu'' & ''zoom''' as tsquery)";
    Object vectors =
        names.stream()
            .map(name -> IndexedText.of("S", name, null, "").vector())
            .toArray(String[]::new);
    assertThat(APP.database("catalog").row(all, vectors)).isEqualTo("(0)");
  }
}
