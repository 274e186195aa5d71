package org.orderly.web.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

  @Test
  void quotesWhatWouldEndACell() throws IOException {
    assertThat(row("plain", "a,b", "say \"hi\"", "two\nlines", null, 12))
        .isEqualTo("plain,\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",,12\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1+1",
        "-2+3",
        "@SUM(A1)",
        " =1",
        "-",
        "\uFF1D1+1",
        "\uFF0B1",
        "\uFF0D1",
        "\uFF20SUM(A1)",
        "\u00A0=1",
        "\uFEFF=1",
        "\u200B=1",
        "\u3000\uFF1D1",
        "\u22121"
      })
  void showsThatTextIsTextWhereASpreadsheetWouldCalculate(String text) throws IOException {
    assertThat(row(text)).startsWith("'" + text);
  }

  @ParameterizedTest
  @CsvSource({"x;=1, x;'=1", "x; =1;@y, x;' =1;'@y", "x|+1, x|'+1"})
  void marksWhatWouldComeToStandInACellOfItsOwn(String text, String harmless) throws IOException {
    assertThat(row(text)).contains(harmless);
  }

  @Test
  void marksATabAndWhatFollowsIt() throws IOException {
    assertThat(row("\t=1")).isEqualTo("\"'\t'=1\"\r\n");
    assertThat(row("\ttext")).isEqualTo("\"'\ttext\"\r\n");
  }

  @Test
  void leavesWordsAsTheyAre() throws IOException {
    assertThat(row("Tea - green; 3=three, a@b.example", "O'Hara"))
        .isEqualTo("\"Tea - green; 3=three, a@b.example\",O'Hara\r\n");
  }

  @Test
  void leavesNumbersBelowZeroAsTheyAre() throws IOException {
    assertThat(row("-12.50")).isEqualTo("-12.50\r\n");
  }

  @Test
  void quotesACalculationThatAlsoEndsACell() throws IOException {
    assertThat(row("=HYPERLINK(\"x\",1)")).isEqualTo("\"'=HYPERLINK(\"\"x\"\",1)\"\r\n");
  }

  private static String row(Object... cells) throws IOException {
    StringWriter out = new StringWriter();
    Csv.row(out, Arrays.asList(cells));
    return out.toString();
  }
}
