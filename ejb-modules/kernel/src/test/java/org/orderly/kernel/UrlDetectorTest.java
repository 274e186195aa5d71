package org.orderly.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UrlDetectorTest {

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
    assertThat(UrlDetector.in(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Ada Lovelace", "J.R.R. Tolkien", "St. John", "Martin Luther King, Jr.", "O'Hara"})
  void leavesNamesAlone(String name) {
    assertThat(UrlDetector.in(name)).isFalse();
  }
}
