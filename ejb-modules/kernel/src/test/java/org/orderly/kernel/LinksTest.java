package org.orderly.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://evil.example",
        "You won: HTTPS://x.y",
        "www.evil.example",
        "evil.com",
        "Prize at evil.xyz now",
        "evil.example/win"
      })
  void findsLinks(String text) {
    assertThat(Links.in(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Ada Lovelace", "J.R.R. Tolkien", "St. John", "Martin Luther King, Jr.", "O'Hara"})
  void leavesNamesAlone(String name) {
    assertThat(Links.in(name)).isFalse();
  }
}
