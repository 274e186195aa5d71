package org.orderly.server.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderly.server.cli.CommandTree;
import org.orderly.server.cli.ExitCode;
import picocli.CommandLine;

/** Against a {@link SandboxShop}, which takes every product but those called "bad". */
class ImportProductsCommandTest {

  @TempDir Path folder;

  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private SandboxShop shop;

  @BeforeEach
  void start() throws IOException {
    shop = new SandboxShop();
    System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
    System.setErr(System.out);
  }

  @AfterEach
  void stop() {
    shop.close();
    System.setOut(out);
    System.setErr(err);
  }

  @Test
  void sendsAllRowsInBatches() throws IOException {
    assertThat(run("secret", file(250, 0))).isEqualTo(ExitCode.OK);

    assertThat(shop.batches).containsExactlyInAnyOrder(100, 100, 50);
    assertThat(said.toString()).contains("250 created, 0 updated, 0 refused");
  }

  @Test
  void comesBackWhenItIsToldThatItWasTooFast() throws IOException {
    shop.refusals.set(2);

    assertThat(run("secret", file(1, 0))).isEqualTo(ExitCode.OK);

    assertThat(shop.refusals).hasNegativeValue();
  }

  @Test
  void sendsARepeatedProductAfterItsFirstRow() throws IOException {
    String row = "{\"sku\":\"S-1\",\"name\":\"good\",\"price\":1}";
    Path twice = Files.write(folder.resolve("twice.ndjson"), List.of(row, row, row));

    assertThat(run("secret", twice)).isEqualTo(ExitCode.OK);

    assertThat(shop.batches).containsExactly(1, 1, 1);
  }

  @Test
  void tellsWhichRowsWereRefusedAndTakesTheOthers() throws IOException {
    assertThat(run("secret", file(3, 2))).isEqualTo(ExitCode.FAILED);

    assertThat(said.toString())
        .contains("3 created, 0 updated, 2 refused")
        .contains("refused line 4 (S-4): not good");
  }

  @Test
  void writesALongListOfRefusalsBesideTheFile() throws IOException {
    assertThat(run("secret", file(0, 30))).isEqualTo(ExitCode.FAILED);

    assertThat(said.toString()).contains("and 10 more").contains("products.ndjson.refused.txt");
    assertThat(Files.readAllLines(folder.resolve("products.ndjson.refused.txt")))
        .hasSize(30)
        .first()
        .isEqualTo("line 1 (S-1): not good");
  }

  @Test
  void goesOnWhereItWasBrokenOff() throws IOException {
    Path file = file(1_000, 0);
    Files.writeString(file, Files.readString(file).replaceFirst("good", "bad"));
    shop.failing.set(true);
    shop.failsAfter.set(4);
    assertThat(run("secret", file)).isEqualTo(ExitCode.BROKEN_OFF);
    assertThat(shop.batches).containsExactly(100, 100, 100, 100);
    assertThat(shop.open).isEmpty();

    shop.batches.clear();
    said.reset();
    shop.failing.set(false);
    assertThat(run("secret", file)).isEqualTo(ExitCode.FAILED);
    assertThat(shop.batches).hasSize(6).containsOnly(100);
    assertThat(said.toString())
        .contains("goes on after row 400")
        .contains("1000 products")
        .contains("999 created, 0 updated, 1 refused");
    assertThat(Files.readAllLines(folder.resolve("products.ndjson.refused.txt")))
        .containsExactly("line 1 (S-1): not good");

    shop.batches.clear();
    assertThat(run("secret", file)).isEqualTo(ExitCode.FAILED);
    assertThat(shop.batches).hasSize(10);
    assertThat(folder.resolve("products.ndjson.progress")).doesNotExist();
  }

  @Test
  void beginsAnewIfTheFileOrTheCommandIsAnother() throws IOException {
    for (String another : new String[] {"file", "--restart", "--keep-stock", "--currency"}) {
      Path file = file(1_000, 0);
      shop.batches.clear();
      shop.failing.set(true);
      shop.failsAfter.set(4);
      assertThat(run("secret", file)).isEqualTo(ExitCode.BROKEN_OFF);

      shop.batches.clear();
      shop.failing.set(false);
      if (another.equals("file")) {
        assertThat(run("secret", file(1_100, 0))).isEqualTo(ExitCode.OK);
        assertThat(shop.batches).hasSize(11);
      } else {
        String[] words =
            another.equals("--currency") ? new String[] {another, "SEK"} : new String[] {another};
        assertThat(run("secret", file, words)).isEqualTo(ExitCode.OK);
        assertThat(shop.batches).as(another).hasSize(10);
      }
    }
  }

  @Test
  void checksWithoutChangingAnything() throws IOException {
    assertThat(run("secret", file(2, 1), "--dry-run")).isEqualTo(ExitCode.FAILED);

    assertThat(shop.dryRuns).hasValue(1);
    assertThat(said.toString())
        .contains("2 created, 0 updated, 1 refused; nothing was changed")
        .contains("Checking ");
    assertThat(folder.resolve("products.ndjson.progress")).doesNotExist();
  }

  @Test
  void saysWhatItReadsTheFileAsAndWhatItLeavesOut() throws IOException {
    Path woo =
        Files.writeString(
            folder.resolve("export.csv"),
            "Type,SKU,Name,Published,Regular price,Stock,Tags,Images\n"
                + "simple,A,good,1,5,60,x,\"https://e.org/1.png, https://e.org/2.png\"\n"
                + "simple,B,good,0,5,1,y,\n"
                + "simple,C,good,-1,5,1,y,\n");

    assertThat(run("secret", woo, "--currency", "EUR")).isEqualTo(ExitCode.OK);

    assertThat(said.toString())
        .contains("read as an export of WooCommerce (--profile says otherwise)")
        .contains("note: not imported, as products here have no such fields: Tags")
        .contains("note: only the first of several pictures is used (line 2)")
        .contains("left out: is not published there")
        .contains("(2 times, first line 3)")
        .contains("1 created, 0 updated, 0 refused, 2 left out");
    assertThat(shop.sent.get(0).path("stock").asInt()).isEqualTo(60);
    assertThat(shop.sent.get(0).path("initialStock").asInt()).isEqualTo(60);
    assertThat(shop.sent.get(0).path("price").path("currency").asText()).isEqualTo("EUR");
    assertThat(folder.resolve("export.csv.refused.txt")).doesNotExist();
  }

  @Test
  void leavesTheStockOfKnownProductsIfItIsTold() throws IOException {
    Path file = Files.writeString(folder.resolve("x.csv"), "sku,name,price,stock\nA,good,1,60\n");

    assertThat(run("secret", file, "--keep-stock")).isEqualTo(ExitCode.OK);

    assertThat(shop.sent.get(0).has("stock")).isFalse();
    assertThat(shop.sent.get(0).path("initialStock").asInt()).isEqualTo(60);
    assertThat(said.toString()).contains("products that the shop has keep their stock");
  }

  @Test
  void takesTheOptionsOfReading() throws IOException {
    Path file = folder.resolve("x.txt");
    Files.write(
        file,
        "sku;name;price;initialStock\nA;good;1.299,50 \u20AC;\n"
            .getBytes(java.nio.charset.Charset.forName("windows-1252")));

    assertThat(
            run(
                "secret",
                file,
                "--encoding",
                "windows-1252",
                "--decimal",
                "comma",
                "--initial-stock",
                "7"))
        .isEqualTo(ExitCode.OK);
    assertThat(shop.sent.get(0).path("price").path("amount").asText()).isEqualTo("1299.50");
    assertThat(shop.sent.get(0).path("price").path("currency").asText()).isEqualTo("EUR");
    assertThat(shop.sent.get(0).path("initialStock").asInt()).isEqualTo(7);
    said.reset();

    assertThat(run("secret", file)).isEqualTo(ExitCode.BROKEN_OFF);
    assertThat(said.toString()).contains("The file is not UTF-8 text.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x --bogus",
        "x y",
        "x --currency",
        "x --currency DOLLAR",
        "x --url ftp://h",
        "x --initial-stock -1",
        "x --field colour=color",
        "x --field price",
        "x --profile magento",
        "x --encoding klingon",
        "x --decimal dot",
        "--currency EUR"
      })
  void refusesWordsThatMakeNoImport(String words) {
    CommandLine command = CommandTree.ruled(new CommandLine(new ImportProductsCommand(Map.of())));

    assertThat(command.execute(words.split(" "))).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void signsOutWhenItEnds() throws IOException {
    shop.expiries.set(2);

    assertThat(run("secret", file(250, 0))).isEqualTo(ExitCode.OK);

    assertThat(shop.sessions).hasValueGreaterThan(1);
    assertThat(shop.open).isEmpty();
  }

  @Test
  void signsOutWhenItBreaksOff() throws IOException {
    shop.expiries.set(100);

    assertThat(run("secret", file(1, 0))).isEqualTo(ExitCode.BROKEN_OFF);

    assertThat(shop.open).isEmpty();
  }

  @Test
  void saysInOneLineWhyItCannotBegin() throws IOException {
    assertThat(run("wrong", file(1, 0))).isEqualTo(ExitCode.BROKEN_OFF);
    assertThat(line()).contains("does not accept the credentials");

    assertThat(run("secret", folder.resolve("none.csv"))).isEqualTo(ExitCode.BROKEN_OFF);
    assertThat(line()).contains("no file");

    assertThat(run("secret", file(1, 0), "--colour")).isEqualTo(ExitCode.USAGE);
    assertThat(line()).contains("Unknown option \"--colour\"");

    shop.close();
    assertThat(run("secret", file(1, 0))).isEqualTo(ExitCode.BROKEN_OFF);
    assertThat(line()).contains("No shop answers");
  }

  private String line() {
    String text = said.toString();
    said.reset();
    assertThat(text.lines()).hasSize(1);
    return text;
  }

  private int run(String password, Path file, String... more) {
    List<String> words = new ArrayList<>(List.of(file.toString()));
    words.addAll(List.of("--url", "http://127.0.0.1:" + shop.port()));
    words.addAll(List.of("--data-dir", folder.toString()));
    words.addAll(List.of(more));
    Map<String, String> environment =
        Map.of("ORDERLY_ADMIN_EMAIL", "admin@example.org", "ORDERLY_ADMIN_PASSWORD", password);
    return CommandTree.ruled(new CommandLine(new ImportProductsCommand(environment)))
        .execute(words.toArray(String[]::new));
  }

  private Path file(int good, int bad) throws IOException {
    return Files.write(
        folder.resolve("products.ndjson"),
        IntStream.rangeClosed(1, good + bad)
            .mapToObj(
                i ->
                    "{\"sku\":\"S-%d\",\"name\":\"%s\",\"price\":1.5}"
                        .formatted(i, i <= good ? "good" : "bad"))
            .collect(Collectors.toList()));
  }
}
