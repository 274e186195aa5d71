package org.orderly.web.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

  @Test
  void quotesWhatWouldEndACell() throws IOException {
    assertThat(row("plain", "a,b", "say \"hi\"", "two\nlines", null, 12))
        .isEqualTo("plain,\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",,12\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1+1", "-2+3", "@SUM(A1)", "\t=1", " =1", "-"})
  void showsThatTextIsTextWhereASpreadsheetWouldCalculate(String text) throws IOException {
    assertThat(row(text)).startsWith("'" + text);
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
