package org.orderly.productfiles.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SkuTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A 1",
        " A 1",
        "A\u00A01",
        "A 1\u200B",
        "\uFEFFA 1",
        "A\u202F1\u2060",
        "A \u00AD\u20091",
        "A\t1"
      })
  void foldsWhatCannotBeSeen(String sku) {
    assertThat(SkuText.of(sku)).isEqualTo("A 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a 1", "A-1", "A1", "\u0410 1"})
  void keepsWhatCanBeSeen(String sku) {
    assertThat(SkuText.of(sku)).isEqualTo(sku);
  }
}
