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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

    assertThat(said.toString()).contains("and 10 more");
    assertThat(Files.readAllLines(folder.resolve("products.ndjson.refused.txt")))
        .hasSize(30)
        .first()
        .isEqualTo("line 1 (S-1): not good");
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
    open.remove(JsonText.MAPPER.readTree(call.getRequestBody()).path("refreshToken").asText());
    answer(call, 204, "");
  }

  private void batch(HttpExchange call) throws IOException {
    if (expiries.getAndDecrement() > 0) {
      answer(call, 401, "{}");
      return;
    }
    JsonNode items = JsonText.MAPPER.readTree(call.getRequestBody()).path("items");
    batches.add(items.size());
    ArrayNode outcomes = JsonText.MAPPER.createArrayNode();
    for (JsonNode item : items) {
      boolean good = item.path("name").asText().equals("good");
      outcomes
          .addObject()
          .put("index", outcomes.size() - 1)
          .put("sku", item.path("sku").asText())
          .put("result", good ? "created" : "refused")
          .put("detail", good ? null : "not good");
    }
    answer(call, 200, JsonText.MAPPER.createObjectNode().set("items", outcomes).toString());
  }

  private static void answer(HttpExchange call, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    call.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    call.getResponseBody().write(bytes);
    call.close();
  }
}
