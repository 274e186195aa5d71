package org.orderly.server.importer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
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

/** Against a stand-in for the shop that takes every product but those called "bad". */
class ImportProductsCommandTest {

  @TempDir Path folder;

  private final List<Integer> batches = Collections.synchronizedList(new ArrayList<>());
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private HttpServer shop;

  private final AtomicInteger refusals = new AtomicInteger();
  private final AtomicInteger sessions = new AtomicInteger();
  private final Set<String> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger expiries = new AtomicInteger();
  private final AtomicBoolean failing = new AtomicBoolean();
  private final AtomicInteger failsAfter = new AtomicInteger();
  private final AtomicInteger dryRuns = new AtomicInteger();
  private final List<JsonNode> sent = Collections.synchronizedList(new ArrayList<>());

  @BeforeEach
  void start() throws IOException {
    shop = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    shop.createContext("/api/v1/auth/login", this::login);
    shop.createContext("/api/v1/auth/logout", this::logout);
    shop.createContext("/api/v1/products/batch", this::batch);
    shop.start();
    System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
    System.setErr(System.out);
  }

  @AfterEach
  void stop() {
    shop.stop(0);
    System.setOut(out);
    System.setErr(err);
  }

  @Test
  void sendsAllRowsInBatches() throws IOException {
    assertThat(run("secret", file(250, 0))).isEqualTo(ExitCode.OK);

    assertThat(batches).containsExactlyInAnyOrder(100, 100, 50);
    assertThat(said.toString()).contains("250 created, 0 updated, 0 refused");
  }

  @Test
  void comesBackWhenItIsToldThatItWasTooFast() throws IOException {
    refusals.set(2);

    assertThat(run("secret", file(1, 0))).isEqualTo(ExitCode.OK);

    assertThat(refusals).hasNegativeValue();
  }

  @Test
  void sendsARepeatedProductAfterItsFirstRow() throws IOException {
    String row = "{\"sku\":\"S-1\",\"name\":\"good\",\"price\":1}";
    Path twice = Files.write(folder.resolve("twice.ndjson"), List.of(row, row, row));

    assertThat(run("secret", twice)).isEqualTo(ExitCode.OK);

    assertThat(batches).containsExactly(1, 1, 1);
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
    failing.set(true);
    failsAfter.set(4);
    assertThat(run("secret", file)).isEqualTo(ExitCode.BROKEN_OFF);
    assertThat(batches).containsExactly(100, 100, 100, 100);
    assertThat(open).isEmpty();

    batches.clear();
    said.reset();
    failing.set(false);
    assertThat(run("secret", file)).isEqualTo(ExitCode.FAILED);
    assertThat(batches).hasSize(6).containsOnly(100);
    assertThat(said.toString())
        .contains("goes on after row 400")
        .contains("1000 products")
        .contains("999 created, 0 updated, 1 refused");
    assertThat(Files.readAllLines(folder.resolve("products.ndjson.refused.txt")))
        .containsExactly("line 1 (S-1): not good");

    batches.clear();
    assertThat(run("secret", file)).isEqualTo(ExitCode.FAILED);
    assertThat(batches).hasSize(10);
    assertThat(folder.resolve("products.ndjson.progress")).doesNotExist();
  }

  @Test
  void beginsAnewIfTheFileOrTheCommandIsAnother() throws IOException {
    for (String another : new String[] {"file", "--restart", "--keep-stock", "--currency"}) {
      Path file = file(1_000, 0);
      batches.clear();
      failing.set(true);
      failsAfter.set(4);
      assertThat(run("secret", file)).isEqualTo(ExitCode.BROKEN_OFF);

      batches.clear();
      failing.set(false);
      if (another.equals("file")) {
        assertThat(run("secret", file(1_100, 0))).isEqualTo(ExitCode.OK);
        assertThat(batches).hasSize(11);
      } else {
        String[] words =
            another.equals("--currency") ? new String[] {another, "SEK"} : new String[] {another};
        assertThat(run("secret", file, words)).isEqualTo(ExitCode.OK);
        assertThat(batches).as(another).hasSize(10);
      }
    }
  }

  @Test
  void checksWithoutChangingAnything() throws IOException {
    assertThat(run("secret", file(2, 1), "--dry-run")).isEqualTo(ExitCode.FAILED);

    assertThat(dryRuns).hasValue(1);
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
    assertThat(sent.get(0).path("stock").asInt()).isEqualTo(60);
    assertThat(sent.get(0).path("initialStock").asInt()).isEqualTo(60);
    assertThat(sent.get(0).path("price").path("currency").asText()).isEqualTo("EUR");
    assertThat(folder.resolve("export.csv.refused.txt")).doesNotExist();
  }

  @Test
  void leavesTheStockOfKnownProductsIfItIsTold() throws IOException {
    Path file = Files.writeString(folder.resolve("x.csv"), "sku,name,price,stock\nA,good,1,60\n");

    assertThat(run("secret", file, "--keep-stock")).isEqualTo(ExitCode.OK);

    assertThat(sent.get(0).has("stock")).isFalse();
    assertThat(sent.get(0).path("initialStock").asInt()).isEqualTo(60);
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
    assertThat(sent.get(0).path("price").path("amount").asText()).isEqualTo("1299.50");
    assertThat(sent.get(0).path("price").path("currency").asText()).isEqualTo("EUR");
    assertThat(sent.get(0).path("initialStock").asInt()).isEqualTo(7);
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
    expiries.set(2);

    assertThat(run("secret", file(250, 0))).isEqualTo(ExitCode.OK);

    assertThat(sessions).hasValueGreaterThan(1);
    assertThat(open).isEmpty();
  }

  @Test
  void signsOutWhenItBreaksOff() throws IOException {
    expiries.set(100);

    assertThat(run("secret", file(1, 0))).isEqualTo(ExitCode.BROKEN_OFF);

    assertThat(open).isEmpty();
  }

  @Test
  void saysInOneLineWhyItCannotBegin() throws IOException {
    assertThat(run("wrong", file(1, 0))).isEqualTo(ExitCode.BROKEN_OFF);
    assertThat(line()).contains("does not accept the credentials");

    assertThat(run("secret", folder.resolve("none.csv"))).isEqualTo(ExitCode.BROKEN_OFF);
    assertThat(line()).contains("no file");

    assertThat(run("secret", file(1, 0), "--colour")).isEqualTo(ExitCode.USAGE);
    assertThat(line()).contains("Unknown option \"--colour\"");

    shop.stop(0);
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
    words.addAll(List.of("--url", "http://127.0.0.1:" + shop.getAddress().getPort()));
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

  private void login(HttpExchange call) throws IOException {
    if (refusals.getAndDecrement() > 0) {
      call.getResponseHeaders().set("Retry-After", "1");
      answer(call, 429, "{}");
      return;
    }
    boolean known = new String(call.getRequestBody().readAllBytes()).contains("\"secret\"");
    String session = "s" + sessions.incrementAndGet();
    String tokens = "{\"accessToken\":\"%s\",\"refreshToken\":\"%s\"}".formatted(session, session);
    if (known) {
      open.add(session);
    }
    answer(call, known ? 200 : 401, known ? tokens : "{}");
  }

  private void logout(HttpExchange call) throws IOException {
    assertThat(call.getRequestHeaders().getFirst("Authorization")).isNull();
    open.remove(ApiJson.MAPPER.readTree(call.getRequestBody()).path("refreshToken").asText());
    answer(call, 204, "");
  }

  private void batch(HttpExchange call) throws IOException {
    if (expiries.getAndDecrement() > 0) {
      answer(call, 401, "{}");
      return;
    }
    String bearer = call.getRequestHeaders().getFirst("Authorization");
    if (bearer == null || !open.contains(bearer.substring("Bearer ".length()))) {
      answer(call, 401, "{}");
      return;
    }
    JsonNode body = ApiJson.MAPPER.readTree(call.getRequestBody());
    JsonNode items = body.path("items");
    if (failing.get() && failsAfter.getAndDecrement() <= 0) {
      answer(call, 500, "{}");
      return;
    }
    batches.add(items.size());
    items.forEach(sent::add);
    if (body.path("dryRun").asBoolean()) {
      dryRuns.incrementAndGet();
    }
    ArrayNode outcomes = ApiJson.MAPPER.createArrayNode();
    for (JsonNode item : items) {
      boolean good = item.path("name").asText().equals("good");
      outcomes
          .addObject()
          .put("index", outcomes.size() - 1)
          .put("sku", item.path("sku").asText())
          .put("result", good ? "created" : "refused")
          .put("detail", good ? null : "not good");
    }
    answer(call, 200, ApiJson.MAPPER.createObjectNode().set("items", outcomes).toString());
  }

  private static void answer(HttpExchange call, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    call.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    call.getResponseBody().write(bytes);
    call.close();
  }
}
