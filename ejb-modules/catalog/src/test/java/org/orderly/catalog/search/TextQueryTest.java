package org.orderly.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextQueryTest {

  private static String of(String text) {
    return TextQuery.of(text).expression();
  }

  @Test
  void asksForEveryWordOrItsBeginning() {
    assertThat(of("Shoe")).isEqualTo("('shoe':* | 'shoe')");
    assertThat(of("red shoe"))
        .isEqualTo(
            "(('red':* | 'red' | 'redshoe':*) & ('shoe':* | 'shoe' | 'redshoe':*)) | 'redshoe'");
  }

  @Test
  void letsNothingOfTheQueryLanguageThrough() {
    assertThat(of("b' | c:* & !(d) \\ <-> %")).doesNotContain("!", "\\", "<", "%", "''");
    assertThat(of("'\\")).isEqualTo("'''' & '\\\\'");
  }

  @Test
  void asksForSingularsToo() {
    assertThat(of("batteries")).contains("'battery'");
    assertThat(of("glass")).doesNotContain("'glas'");
    assertThat(of("boxes")).contains("'box'");
  }

  @Test
  void asksForPairsOfIdeographs() {
    assertThat(of("東京塔")).isEqualTo("(('東京' & '京塔'))");
    assertThat(of("茶")).isEqualTo("(('茶'))");
  }

  @Test
  void leavesFillersOutUnlessThereIsNothingElse() {
    assertThat(of("Cases for The phone")).doesNotContain("'for'", "'the'").contains("'phone'");
    assertThat(of("for the")).contains("'for'", "'the'");
  }

  @Test
  void findsNoWordInBlanksAndLoneSurrogates() {
    assertThat(TextQuery.of(" \u200B \uD800 \u00A0 ").isEmpty()).isTrue();
  }

  @Test
  void limitsTheNumberOfWords() {
    String many = IntStream.range(0, 50).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));

    assertThat(of(many).split("&")).hasSize(16);
  }
}
