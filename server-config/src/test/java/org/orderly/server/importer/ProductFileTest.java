package org.orderly.server.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class ProductFileTest {

  @Test
  void readsTheElementsOfAJsonArray() throws IOException {
    List<ImportRow> rows =
        read("x.json", "\uFEFF [{\"sku\":\"A\"},\n 7,\n{\"sku\":\"B\",\"price\":1.10}]");

    assertThat(rows)
        .extracting(ImportRow::place)
        .containsExactly("item 1 (line 1)", "item 2 (line 2)", "item 3 (line 3)");
    assertThat(rows.get(1).problem()).isEqualTo("is not a JSON object");
    assertThat(rows.get(2).values().get("price").decimalValue().toPlainString()).isEqualTo("1.10");
  }

  @Test
  void readsAJsonArrayUpToWhereItBreaks() throws IOException {
    assertThat(problems(read("x.json", "[{\"sku\":\"A\"},{\"sku\":}, {\"sku\":\"C\"}]")))
        .hasSize(1)
        .first()
        .asString()
        .contains("nothing after it can be read");
    assertThat(problems(read("x.json", "[{\"sku\":\"A\"},"))).hasSize(1);
    assertThat(problems(read("x.json", "[{\"sku\":\"A\"}"))).hasSize(1);
  }

  @Test
  void readsJsonLinesPastTheBrokenOnes() throws IOException {
    List<ImportRow> rows =
        read("x", "{\"sku\":\"A\"}\r\n\n{\"sku\":\n[1]\n{\"sku\":\"B\"} {}\n{\"sku\":\"C\"}");

    assertThat(rows)
        .extracting(ImportRow::place)
        .containsExactly("line 1", "line 3", "line 4", "line 5", "line 6");
    assertThat(problems(rows)).hasSize(3);
    assertThat(rows.get(4).values().get("sku").asText()).isEqualTo("C");
  }

  @Test
  void readsNoLineOfCsvThatIsTooLong() throws IOException {
    assertThat(readEndless("x.csv", "sku,name\nA,first\nB,"))
        .extracting(ImportRow::problem)
        .containsExactly(null, "is longer than 1000000 characters; nothing after it can be read");
    assertThat(readEndless("x.csv", "sku,name\nB,\"\n"))
        .extracting(ImportRow::problem)
        .containsExactly("is longer than 1000000 characters; nothing after it can be read");
  }

  @Test
  void refusesAHeaderOfCsvThatIsTooLong() {
    assertThatThrownBy(() -> readEndless("x.csv", "sku,"))
        .isInstanceOf(ImportFailure.class)
        .hasMessageStartingWith("The header of the file is longer than 1000000 characters");
  }

  @Test
  void readsNoElementOfAnArrayThatIsTooLong() throws IOException {
    for (String start : List.of("[{\"sku\":\"", "[{\"sku\":[\"x\",\"", "[", "[{\"a\":1")) {
      assertThat(problems(readEndless("x.json", start))).as(start).hasSize(1);
    }
  }

  /** 400 MB that go on as they begin; the heap of an import is smaller. */
  private static List<ImportRow> readEndless(String name, String start) throws IOException {
    InputStream endless =
        new SequenceInputStream(
            new ByteArrayInputStream(start.getBytes(StandardCharsets.UTF_8)),
            new InputStream() {
              private int left = 400_000_000;

              @Override
              public int read() {
                return left-- > 0 ? ' ' : -1;
              }

              @Override
              public int read(byte[] buffer, int offset, int size) {
                int some = Math.min(size, left);
                Arrays.fill(buffer, offset, offset + some, (byte) ' ');
                left -= some;
                return some > 0 ? some : -1;
              }
            });
    List<ImportRow> rows = new ArrayList<>();
    try (ProductFile file = ProductFile.of(endless, name)) {
      for (ImportRow importRow = file.next(); importRow != null; importRow = file.next()) {
        rows.add(importRow);
      }
    }
    return rows;
  }

  @Test
  void keepsNoLineInMemoryThatIsTooLong() throws IOException {
    String huge = "{\"sku\":\"" + "x".repeat(JsonText.MAX_ROW) + "\"}\n{\"sku\":\"B\"}";

    List<ImportRow> rows = read("x.ndjson", huge);

    assertThat(rows.get(0).problem()).contains("longer than");
    assertThat(rows.get(1).values().get("sku").asText()).isEqualTo("B");
  }

  @Test
  void readsQuotedValuesOfCsvOverSeveralLines() throws IOException {
    List<ImportRow> rows =
        read("x.csv", "sku,name,price\r\nA,\"a \"\"b\"\",\nc\",1\r\nB,,2\r\nC,x\r\nD,y,3\r\n");

    assertThat(rows)
        .extracting(ImportRow::place)
        .containsExactly("line 2", "line 4", "line 5", "line 6");
    assertThat(rows.get(0).values().get("name").asText()).isEqualTo("a \"b\",\nc");
    assertThat(rows.get(1).values().has("name")).isFalse();
    assertThat(rows.get(2).problem()).isEqualTo("has 2 values, the header has 3 names");
  }

  @Test
  void readsCsvWithSemicolons() throws IOException {
    assertThat(
            read("x.txt", "sku;name;price\nA;\"x;y\";1,5\n").get(0).values().get("name").asText())
        .isEqualTo("x;y");
  }

  @Test
  void saysThatAQuoteIsNotClosed() throws IOException {
    List<ImportRow> rows = read("x.csv", "sku,name\nA,x\nB,\"y\nC,z\n");

    assertThat(rows).hasSize(2);
    assertThat(rows.get(1).place()).isEqualTo("line 3");
    assertThat(rows.get(1).problem()).contains("quote");
  }

  @Test
  void refusesHeadersWithAnAmbiguousName() {
    assertThatThrownBy(() -> read("x.csv", "sku,sku\nA,B\n")).isInstanceOf(ImportFailure.class);
  }

  @Test
  void unpacksGzipWhateverTheFileIsCalled() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write("sku,name\nA,x\n".getBytes(StandardCharsets.UTF_8));
    }

    assertThat(read("x.csv.gz", packed.toByteArray())).hasSize(1);
    assertThat(read("x", packed.toByteArray())).hasSize(1);
  }

  @Test
  void reportsTextThatIsNotUtf8InsteadOfGuessing() {
    byte[] latin1 = "sku,name\nA,Caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);

    assertThatThrownBy(() -> read("x.csv", latin1)).isInstanceOf(CharacterCodingException.class);
  }

  @Test
  void saysThatThereIsNoFileOrNothingInIt() {
    assertThatThrownBy(() -> ProductFile.open(Path.of("no-such-file.json")))
        .isInstanceOf(ImportFailure.class)
        .hasMessageContaining("no-such-file.json");
    assertThatThrownBy(() -> read("x.json", " \n")).hasMessageContaining("empty");
  }

  private static List<String> problems(List<ImportRow> rows) {
    return rows.stream().map(ImportRow::problem).filter(problem -> problem != null).toList();
  }

  private static List<ImportRow> read(String name, String content) throws IOException {
    return read(name, content.getBytes(StandardCharsets.UTF_8));
  }

  private static List<ImportRow> read(String name, byte[] content) throws IOException {
    List<ImportRow> rows = new ArrayList<>();
    try (ProductFile file = ProductFile.of(content, name)) {
      for (ImportRow importRow = file.next(); importRow != null; importRow = file.next()) {
        rows.add(importRow);
      }
      assertThat(file.percent()).isEqualTo(100);
    }
    return rows;
  }
}
