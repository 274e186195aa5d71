package org.orderly.productfiles.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "19.99|19.99",
        "19,99|19.99",
        "0,5|0.5",
        "0,500|0.500",
        "2.500|2.500",
        "1,299.00|1299.00",
        "1.234,56|1234.56",
        "1,234,567|1234567",
        "1.234.567|1234567",
        "12,34,567.5|1234567.5",
        "1 299|1299",
        "1\u00A0299,50|1299.50",
        "1'299.00|1299.00",
        "-4|-4",
        "+4|4",
        ".2|0.2",
        "5.|5",
        "1234,5678|1234.5678"
      })
  void readsWhatCanBeReadInOneWay(String text, String number) {
    assertThat(NumberText.of("price", text, DecimalMark.AUTO)).isEqualTo(number);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.299|COMMA|1299",
        "1,299|COMMA|1.299",
        "1.234,56|COMMA|1234.56",
        "0,5|COMMA|0.5",
        "7|COMMA|7",
        "1,299|POINT|1299",
        "1.299|POINT|1.299",
        "1,299.5|POINT|1299.5"
      })
  void readsByTheMarkThatItIsTold(String text, DecimalMark mark, String number) {
    assertThat(NumberText.of("price", text, mark)).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "cheap",
        "1e5",
        "0x10",
        "1,2,3",
        "1.2.3",
        "1,23.456,7",
        "12,99.00",
        "--1",
        "1-2",
        "\u0661\u0662",
        "\uFF11\uFF12",
        "NaN",
        "10 pcs",
        "1,299",
        "12 34"
      })
  void refusesWhatCanBeReadInNoWayOrInTwo(String text) {
    assertThatThrownBy(() -> NumberText.of("price", text, DecimalMark.AUTO))
        .isInstanceOf(UnusableValue.class)
        .hasMessageStartingWith("price ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"19.99|COMMA", "19,99|POINT", "1.234,56|POINT", "1,234.56|COMMA"})
  void refusesNumbersWithTheOtherMark(String text, DecimalMark mark) {
    assertThatThrownBy(() -> NumberText.of("price", text, mark)).isInstanceOf(UnusableValue.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {31, 100, 1_000_000})
  void refusesNumbersBeyondEveryUse(int digits) {
    for (String text : new String[] {"9".repeat(digits), "0." + "9".repeat(digits)}) {
      assertThatThrownBy(() -> NumberText.of("stock", text, DecimalMark.AUTO))
          .isInstanceOf(UnusableValue.class)
          .message()
          .hasSizeLessThan(100);
    }
  }
}
