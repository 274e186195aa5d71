package org.orderly.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SearchWordsTest {

  @Test
  void asksForEveryWordOrItsBeginning() {
    assertThat(SearchWords.query("red shoe")).isEqualTo("'red':* & 'shoe':*");
  }

  @Test
  void letsNothingOfTheQueryLanguageThrough() {
    assertThat(SearchWords.query("a' | b:* & !(c) \\ <-> %")).isEqualTo("'b':* & 'c':*");
  }

  @Test
  void splitsModelNumbersAsTheIndexDoes() {
    assertThat(SearchWords.query("BB-4984700/4.5"))
        .isEqualTo("'BB':* & '4984700':* & '4':* & '5':*");
  }

  @Test
  void leavesFillersOutUnlessThereIsNothingElse() {
    assertThat(SearchWords.query("Cases for The phone")).isEqualTo("'Cases':* & 'phone':*");
    assertThat(SearchWords.query("for the")).isEqualTo("'for':* & 'the':*");
  }

  @Test
  void findsNoWordInPunctuationAndLoneSurrogates() {
    assertThat(SearchWords.query("?!* \uD800 -- ")).isEmpty();
  }

  @Test
  void limitsTheNumberOfWords() {
    String many = IntStream.range(0, 50).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));

    assertThat(SearchWords.query(many).split("&")).hasSize(12);
  }
}
