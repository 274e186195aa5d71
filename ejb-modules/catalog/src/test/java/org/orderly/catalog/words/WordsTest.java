package org.orderly.catalog.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

  @ParameterizedTest
  @CsvSource({
    "Crème Brûlée, creme brulee",
    "STRASSE Straße, strasse strasse",
    "ŁÓDŹ Ærø, lodz aero",
    "ΟΔΟΣ οδός, οδοσ οδοσ",
    "МОЛОКО, молоко",
    "İstanbul ISPARTA, istanbul isparta",
    "ｆｕｌｌ　ｗｉｄｔｈ, full width",
    "٤٢, 42",
    "أحمد مُحَمَّد, احمد محمد",
    "שָׁלוֹם, שלום",
    "がぎ ｶﾞ, がぎ ガ",
    "हिन्दी, हिन्दी",
    "Oven 250°C, oven 250 c",
    "50×70, 50 70",
    "Kaf\u00ADfee, kaf fee"
  })
  void foldsAndCuts(String text, String words) {
    assertThat(Words.of(text)).extracting(Word::text).containsExactly(words.split(" "));
  }

  @ParameterizedTest
  @CsvSource({"VL-50, vl50", "t shirt, tshirt", "T-Shirt, tshirt", "★★, ★", "???, ?"})
  void comparesWithoutSignsUnlessThereIsNothingElse(String text, String key) {
    assertThat(Words.key(text)).isEqualTo(key);
  }

  @Test
  void cutsLongKeysBetweenCharacters() {
    String key = Words.key("𠮷 ".repeat(200));

    assertThat(key.codePointCount(0, key.length())).isEqualTo(80);
  }

  @Test
  void indexesTextsOfTheLargestSizeInTime() {
    for (String part : new String[] {"a", "a-", "5a", "茶", "a ", "e\u0301", "ﷺ"}) {
      String text = part.repeat(20_000 / part.length());
      assertThat(IndexedText.of(text, text, text, text).vector()).isNotEmpty();
      long begin = System.nanoTime();
      IndexedText.of("s", "n", null, text);
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
    }
  }
}
