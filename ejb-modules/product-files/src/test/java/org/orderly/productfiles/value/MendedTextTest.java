package org.orderly.productfiles.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MendedTextTest {

  @Test
  void mendsSignsThatAConversionLeftAsNumbers() {
    assertThat(MendedText.line("Insignia\u0099 \u0093A\u0094\tB"))
        .isEqualTo("Insignia\u2122 \u201cA\u201d B");
    assertThat(MendedText.of("a\nb\u0085")).isEqualTo("a\nb\u2026");
  }
}
