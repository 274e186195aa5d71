package org.orderly.productfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderly.productfiles.product.FileProduct;
import org.orderly.productfiles.profile.ProfileName;
import org.orderly.productfiles.text.UnusableFile;

/** Files that would take memory or time without end, or end in a failure of ours. */
class HostileFileTest {

  private static final String TOO_LONG =
      "is longer than 1000000 characters; nothing after it can be read";

  @Test
  void readsNoLineOfCsvThatIsTooLong() {
    assertThat(readEndless("x.csv", "sku,price\nA,1\nB,").refusals())
        .containsExactly("line 3 " + TOO_LONG);
    assertThat(readEndless("x.csv", "sku,name\nB,\"\n").refusals())
        .containsExactly("line 2 " + TOO_LONG);
  }

  @Test
  void refusesAHeaderOfCsvThatIsTooLong() {
    assertThatThrownBy(() -> readEndless("x.csv", "sku,"))
        .isInstanceOf(UnusableFile.class)
        .hasMessage("The header of the file " + TOO_LONG + ".");
  }

  @Test
  void readsNoElementOfAnArrayThatIsTooLong() {
    for (String start : List.of("[{\"sku\":\"", "[{\"sku\":[\"x\",\"", "[", "[{\"a\":1")) {
      assertThat(readEndless("x.json", start).refusals()).as(start).hasSize(1);
    }
  }

  @Test
  void keepsNoLineInMemoryThatIsTooLong() {
    String huge = "{\"sku\":\"" + "x".repeat(1_000_000) + "\"}\n{\"sku\":\"B\",\"price\":1}";

    Reading read = Reading.file().of("x.ndjson", huge);

    assertThat(read.refusals()).containsExactly("line 1 is longer than 1000000 characters");
    assertThat(read.prices()).containsExactly("B 1 EUR");
    assertThat(readEndless("x.ndjson", "{\"sku\":\"").refusals())
        .containsExactly("line 1 is longer than 1000000 characters");
  }

  @Test
  void refusesAMillionColumns() {
    String many = "sku,price," + "c,".repeat(400_000);

    assertThatThrownBy(() -> Reading.file().of(many + "\nA,1\n"))
        .isInstanceOf(UnusableFile.class)
        .hasMessage("The header has more than 1000 columns.");
    assertThat(Reading.file().of("sku,price\nA,1" + ",".repeat(900_000) + "\nB,1\n").prices())
        .containsExactly("A 1 EUR", "B 1 EUR");
    assertThat(Reading.file().of("sku,price\nA,1" + ",x".repeat(400_000) + "\n").refusals())
        .hasSize(1);
    StringBuilder members = new StringBuilder("{\"a\":1");
    for (int i = 0; i < 70_000; i++) {
      members.append(",\"a").append(i).append("\":1");
    }
    assertThat(Reading.file().of("x.ndjson", members + "}").refusals())
        .containsExactly("line 1 has more than 1000 members");
  }

  @Test
  void refusesDeepJson() {
    assertThat(Reading.file().of("x.ndjson", "{\"a\":".repeat(10_000)).refusals()).hasSize(1);
  }

  @Test
  void stopsABombOfGzip() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write("sku,price\n".getBytes(StandardCharsets.UTF_8));
      byte[] lines = new byte[1 << 20];
      Arrays.fill(lines, (byte) '\n');
      for (int i = 0; i < 100; i++) {
        gzip.write(lines);
      }
    }

    assertThatThrownBy(() -> Reading.file().of("x.csv.gz", packed.toByteArray()))
        .isInstanceOf(UnusableFile.class)
        .hasMessageContaining("times its size");
  }

  @Test
  void keepsNulCharactersForTheShopToRefuse() {
    Reading read = Reading.file().of("sku,price,name\nA,1,a\0b\n\0\0\n");

    assertThat(read.product("A").name()).isEqualTo("a\0b");
    assertThat(read.entries()).hasSize(2);
  }

  /** A file of a million variants without their products stays within its memory. */
  @Test
  void remembersABoundedNumberOfProductsWithVariants() {
    String header = "ID,Type,SKU,Name,Description,Parent,Regular price\n";
    String text = "d".repeat(1_000);
    StringBuilder rows = new StringBuilder(header);
    for (int i = 0; i < 20_000; i++) {
      rows.append(i).append(",variable,P").append(i).append(",N,").append(text).append(",,\n");
    }
    rows.append("30000,variation,V1,N,,P1,5\n30001,variation,V2,N,,P19999,5\n");

    Reading read = Reading.file().of(rows.toString());

    assertThat(read.products()).extracting(FileProduct::sku).containsExactly("V2");
    assertThat(read.refusals())
        .containsExactly("line 20002 is a variant of P1, whose own row must stand before it");
  }

  /** What is made of noise is entries or an explained failure, never another exception. */
  @ParameterizedTest
  @EnumSource(ProfileName.class)
  void readsNoise(ProfileName profile) {
    Random random = new Random(14);
    for (int i = 0; i < 400; i++) {
      byte[] content = noise(random);
      for (String name : List.of("x.csv", "x.json", "x")) {
        try {
          Reading.file().as(profile).of(name, content);
        } catch (UnusableFile explained) {
          assertThat(explained).message().isNotBlank();
        }
      }
    }
  }

  private static byte[] noise(Random random) {
    List<String> pieces =
        List.of(
            "sku",
            "price",
            "Handle",
            "Title",
            "Type",
            "variation",
            "variable",
            "Parent",
            "id",
            ",",
            ";",
            "\t",
            "\n",
            "\r\n",
            "\"",
            "1,5",
            "-",
            "[",
            "]",
            "{",
            "}",
            ":",
            "\0",
            "\uFEFF",
            "\u202E",
            "<p>",
            "&#0;",
            "1e9",
            "9".repeat(50),
            "Option1 Value",
            "Variant Price",
            "link",
            "Regular price",
            "Stock",
            "availability",
            "status",
            "null",
            "\\n",
            "sep=",
            "=",
            " ");
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    int length = random.nextInt(200);
    for (int i = 0; i < length; i++) {
      if (random.nextInt(50) == 0) {
        content.write(random.nextInt(256));
      }
      content.writeBytes(
          pieces.get(random.nextInt(pieces.size())).getBytes(StandardCharsets.UTF_8));
    }
    return content.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x.csv", "x.ndjson", "x.csv.gz"})
  void readsHalfAnEncoding(String name) {
    for (byte[] start :
        List.of(new byte[] {(byte) 0xFF, (byte) 0xFE, 'a'}, new byte[] {(byte) 0xC3})) {
      assertThatThrownBy(() -> Reading.file().of(name, start)).isInstanceOf(UnusableFile.class);
    }
  }

  /** 400 MB that go on as they begin; the heap of an import is smaller. */
  private static Reading readEndless(String name, String start) {
    InputStream endless =
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
        };
    InputStream first = new ByteArrayInputStream(start.getBytes(StandardCharsets.UTF_8));
    return Reading.file()
        .of(name, new SequenceInputStream(Collections.enumeration(List.of(first, endless))), 0);
  }
}
