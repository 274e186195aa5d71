package org.orderly.tests.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {

  @Test
  void splitsAtCommasOutsideOfQuotes() throws IOException {
    assertThat(rows("a,\"b,c\",\"say \"\"hi\"\"\",").next())
        .isEqualTo(List.of("a", "b,c", "say \"hi\"", ""));
  }

  @Test
  void keepsLineEndsInsideOfQuotes() throws IOException {
    Csv rows = rows("a,\"b\n\nc\"\nd\n");
    assertThat(rows.next()).isEqualTo(List.of("a", "b\n\nc"));
    assertThat(rows.next()).isEqualTo(List.of("d"));
    assertThat(rows.next()).isNull();
  }

  @Test
  void takesAnEmptyLineForOneEmptyField() throws IOException {
    assertThat(rows("\n").next()).isEqualTo(List.of(""));
  }

  private static Csv rows(String text) {
    return new Csv(new BufferedReader(new StringReader(text)));
  }
}
