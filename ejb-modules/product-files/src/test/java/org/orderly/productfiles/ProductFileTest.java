package org.orderly.productfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderly.productfiles.product.FileEntry;
import org.orderly.productfiles.product.FileProduct;
import org.orderly.productfiles.product.ReadOptions;
import org.orderly.productfiles.text.UnusableFile;
import org.orderly.productfiles.value.DecimalMark;

class ProductFileTest {

  @Test
  void readsTheElementsOfAJsonArray() {
    Reading read =
        Reading.file()
            .of(
                "x.json",
                "\uFEFF [{\"sku\":\"A\",\"price\":1},\n 7,\n{\"sku\":\"B\",\"price\":1.10}]");

    assertThat(read.entries())
        .extracting(FileEntry::place)
        .containsExactly("item 1 (line 1)", "item 2 (line 2)", "item 3 (line 3)");
    assertThat(read.refusals()).containsExactly("item 2 (line 2) is not a JSON object");
    assertThat(read.prices()).containsExactly("A 1 EUR", "B 1.10 EUR");
    assertThat(read.rowsRead()).isEqualTo(3);
  }

  @Test
  void readsAJsonArrayUpToWhereItBreaks() {
    assertThat(
            Reading.file()
                .of("x.json", "[{\"sku\":\"A\",\"price\":1},{\"sku\":}, {\"sku\":\"C\"}]")
                .refusals())
        .hasSize(1)
        .first()
        .asString()
        .contains("nothing after it can be read");
    for (String cut :
        new String[] {"[{\"sku\":\"A\",\"price\":1},", "[{\"sku\":\"A\",\"price\":1}"}) {
      assertThat(Reading.file().of("x.json", cut).refusals()).hasSize(1);
    }
  }

  @Test
  void readsJsonLinesPastTheBrokenOnes() {
    Reading read =
        Reading.file()
            .of(
                "x",
                "{\"sku\":\"A\",\"price\":1}\r\n\n{\"sku\":\n[1]\n{\"sku\":\"B\"} {}\n"
                    + "{\"sku\":\"C\",\"price\":1}");

    assertThat(read.entries())
        .extracting(FileEntry::place)
        .containsExactly("line 1", "line 3", "line 4", "line 5", "line 6");
    assertThat(read.refusals()).hasSize(3);
    assertThat(read.prices()).containsExactly("A 1 EUR", "C 1 EUR");
  }

  @Test
  void readsQuotedValuesOfCsvOverSeveralLines() {
    Reading read =
        Reading.file()
            .of("sku,name,price\r\nA,\"a \"\"b\"\",\nc\",1\r\nB,,2\r\nC,x\r\nD,y,3\r\nE,z,4,5\r\n");

    assertThat(read.entries())
        .extracting(FileEntry::place)
        .containsExactly("line 2", "line 4", "line 5", "line 6", "line 7");
    assertThat(read.product("A").name()).isEqualTo("a \"b\", c");
    assertThat(read.product("B").name()).isNull();
    assertThat(read.refusals())
        .containsExactly(
            "line 5 price is missing",
            "line 7 has a value after its last column; is a separator or a quote inside a value"
                + " not quoted?");
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void readsWhatTheHeaderIsSeparatedBy(String separator) {
    String row = String.join(separator, "A", "\"x" + separator + "y\"", "1.5");

    Reading read =
        Reading.file().of("x.txt", String.join(separator, "sku", "name", "price") + "\n" + row);

    assertThat(read.product("A").name()).isEqualTo(("x" + separator + "y").replace('\t', ' '));
  }

  @Test
  void saysThatAQuoteIsNotClosed() {
    Reading read = Reading.file().of("sku,name,price\nA,x,1\nB,\"y\nC,z,1\n");

    assertThat(read.entries()).hasSize(2);
    assertThat(read.refusals())
        .containsExactly("line 3 has a quote that is not closed; nothing after it can be read");
  }

  @Test
  void refusesAmbiguousRowsOfColumnsWithOneName() {
    Reading read = Reading.file().of("sku,sku,price\nA,B,1\nC,C,1\nD,,1\n");

    assertThat(read.refusals())
        .containsExactly("line 2 has two values in columns named sku: A and B");
    assertThat(read.prices()).containsExactly("C 1 EUR", "D 1 EUR");
  }

  @Test
  void saysOnceWhatItIgnores() {
    Reading read =
        Reading.file().of("sku,price,Colour,,weight,unused\nA,1,red,x,,\nB,1,blue,y,3,\n");

    assertThat(read.remarks())
        .containsExactly(
            "not imported, as products here have no such fields: Colour,"
                + " (column 4, which has no name), weight");
  }

  @Test
  void leavesDraftsOffSale() {
    Reading read =
        Reading.file()
            .of(
                "sku,price,status,published\nA,1,draft,\nB,1,active,true\nC,1,,0\nD,1,Archived,1\n"
                    + "E,1,in season,\n");

    assertThat(read.skipped()).containsExactly("A", "C", "D");
    assertThat(read.prices()).containsExactly("B 1 EUR", "E 1 EUR");
    assertThat(read.remarks()).containsExactly("a status that is not known has no effect (line 6)");
  }

  @Test
  void unpacksGzipWhateverTheFileIsCalled() throws IOException {
    byte[] packed = packed("sku,price\nA,1\n".getBytes(StandardCharsets.UTF_8));

    assertThat(Reading.file().of("x.csv.gz", packed).prices()).hasSize(1);
    assertThat(Reading.file().of("x", packed).prices()).hasSize(1);
  }

  @Test
  void saysThatAPackedFileIsCutOff() throws IOException {
    StringBuilder rows = new StringBuilder("sku,price\n");
    new java.util.Random(14).ints(20_000).forEach(i -> rows.append("S").append(i).append(",1\n"));
    byte[] packed = packed(rows.toString().getBytes(StandardCharsets.UTF_8));

    for (int length : new int[] {5, packed.length / 2, packed.length - 3}) {
      assertThatThrownBy(() -> Reading.file().of("x.csv.gz", Arrays.copyOf(packed, length)))
          .isInstanceOf(UnusableFile.class)
          .hasMessageContaining("damaged or cut off");
    }
  }

  @Test
  void readsTheEncodingThatItIsTold() {
    byte[] windows =
        "sku,name,price\nA,Caf\u00e9 \u2122,\u20AC1\n".getBytes(Charset.forName("windows-1252"));

    assertThat(
            Reading.file()
                .in(Charset.forName("windows-1252"))
                .of("x.csv", windows)
                .product("A")
                .name())
        .isEqualTo("Caf\u00e9 \u2122");
    assertThatThrownBy(() -> Reading.file().of("x.csv", windows))
        .isInstanceOf(UnusableFile.class)
        .hasMessageStartingWith("The file is not UTF-8 text.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void followsTheByteOrderMark(String charset) {
    byte[] marked = "\uFEFFsku,name,price\nA,\u00e9,1\n".getBytes(Charset.forName(charset));

    assertThat(
            Reading.file().in(StandardCharsets.ISO_8859_1).of("x.csv", marked).product("A").name())
        .isEqualTo("\u00e9");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
  void knowsUtf16WithoutAMark(String charset) {
    byte[] json = "[{\"sku\":\"A\",\"price\":1}]".getBytes(Charset.forName(charset));

    assertThat(Reading.file().of("x.json", json).prices()).containsExactly("A 1 EUR");
  }

  @Test
  void saysThatThereIsNoFileOrNothingInIt() {
    FileOptions options =
        new FileOptions(
            null, null, new ReadOptions("EUR", DecimalMark.AUTO, Map.of(), LocalDate.EPOCH));
    assertThatThrownBy(() -> ProductFile.open(Path.of("no-such-file.json"), options))
        .isInstanceOf(UnusableFile.class)
        .hasMessageContaining("no-such-file.json");
    for (String nothing : new String[] {"", " \n", "\n\n\n", "sep=;\n", ",,,\n,,\n"}) {
      assertThatThrownBy(() -> Reading.file().of("x.csv", nothing))
          .as(nothing)
          .isInstanceOf(UnusableFile.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"PK\u0003\u0004rest of a workbook", "%PDF-1.7"})
  void saysThatItReadsNoDocuments(String start) {
    assertThatThrownBy(
            () -> Reading.file().of("x.csv", start.getBytes(StandardCharsets.ISO_8859_1)))
        .isInstanceOf(UnusableFile.class)
        .hasMessageContaining("CSV");
  }

  @Test
  void takesWellKnownNamesForOurOwn() {
    FileProduct product =
        Reading.file()
            .of(
                "x.ndjson",
                "{\"sku\":\"A\",\"title\":\"T\",\"image\":\"/a.svg\",\"price\":2,\"category\":\"X > Y\"}")
            .product("A");

    assertThat(product.name()).isEqualTo("T");
    assertThat(product.imageUrl()).isEqualTo("/a.svg");
    assertThat(product.categories()).containsExactly("X", "Y");
    assertThat(product.stock()).isNull();
  }

  @Test
  void takesTheNamesThatItWasTold() {
    assertThat(
            Reading.file()
                .named("price", "Cost Price")
                .of("sku,price,cost_price\nA,9,3.50\n")
                .prices())
        .containsExactly("A 3.50 EUR");
  }

  @Test
  void keepsEveryDigitOfAPrice() {
    assertThat(
            Reading.file()
                .of(
                    "x.ndjson",
                    "{\"sku\":\"A\",\"price\":0.10}\n{\"sku\":\"B\",\"price\":1e2}\n"
                        + "{\"sku\":\"C\",\"price\":{\"amount\":\"1.00\",\"currency\":\"CHF\"}}")
                .prices())
        .containsExactly("A 0.10 EUR", "B 100 EUR", "C 1.00 CHF");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"price\":\"cheap\"}",
        "{\"price\":1e999999999}",
        "{\"price\":\"1e999999999\"}",
        "{\"price\":1,\"initialStock\":\"high\"}",
        "{\"price\":1,\"stock\":true}",
        "{\"price\":1,\"name\":{}}",
        "{\"price\":1,\"categories\":{}}",
        "{\"price\":1,\"categories\":[[]]}",
        "{\"price\":[1]}",
        "{\"price\":{}}"
      })
  void refusesValuesThatCannotBeWhatTheirFieldIs(String row) {
    assertThat(Reading.file().of("x.ndjson", row).refusals()).hasSize(1);
  }

  private static byte[] packed(byte[] content) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      new ByteArrayInputStream(content).transferTo(gzip);
    }
    return packed.toByteArray();
  }
}
