package org.orderly.tests.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orderly.tests.load.Databases;
import org.orderly.tests.support.Api;
import org.orderly.tests.support.Api.Answer;
import org.orderly.tests.support.Eventually;
import org.orderly.tests.support.RunningShop;
import org.orderly.tests.support.Shopper;
import org.orderly.tests.support.StatementLog;
import org.orderly.tests.support.TestProducts;

/** What everybody may read of the catalogue is cached, and yet no older than a second. */
@ExtendWith(RunningShop.class)
class CatalogCacheIT {

  private static final Duration STALE = Duration.ofSeconds(1);
  private static final int CONNECTIONS = 32;
  private static final int WRITERS = CONNECTIONS + 8;

  /** Connections for changes that background jobs may have. */
  private static final int JOBS = 2;

  private final Api api = RunningShop.api();
  private final Shopper admin = RunningShop.admin();
  private final String word = "w" + UUID.randomUUID().toString().replace("-", "");
  private final Map<String, Object> draft = draft();
  private final String id = admin.send("POST", "products", draft).expect(201).get("id").asText();
  private final List<String> reads =
      List.of(
          "products/" + id, "products/by-sku/" + draft.get("sku"), "products?limit=5&q=" + word);

  private Map<String, Object> draft() {
    Map<String, Object> made = TestProducts.draft("2.00", "EUR");
    made.put("name", "Teapot " + word);
    made.put("description", "Holds tea. ".repeat(100));
    made.put("categories", List.of("Cached " + word));
    return made;
  }

  @Test
  void showsAChangeAtOnceToWhoMadeIt() {
    for (int version = 0; version < 20; version++) {
      draft.put("name", "Teapot " + word + " " + version);
      admin.send("PUT", "products/" + id, draft).expect(200);
      for (String read : reads) {
        assertThat(api.get(read).expect(200).findValuesAsText("name"))
            .as(read)
            .containsExactly(draft.get("name").toString());
      }
    }
    admin.send("DELETE", "products/" + id, null).expect(204);
    assertThat(api.get(reads.get(0)).status()).isEqualTo(404);
    assertThat(api.get(reads.get(2)).expect(200).get("items")).isEmpty();
  }

  /** As another instance does, or anybody with a database client. */
  @Test
  void showsAChangeThatItWasNotToldOfWithinASecond() throws SQLException {
    for (int round = 0; round < 5; round++) {
      reads.forEach(read -> api.get(read).expect(200));
      long price = 1_000 + round;
      write("update product set price_minor = " + price + " where id = ?");
      long deadline = System.nanoTime() + STALE.toNanos();
      String amount = "1" + price % 1_000 / 100 + "." + "0" + round;
      for (String read : reads) {
        String seen = price(read);
        while (!seen.equals(amount) && System.nanoTime() < deadline) {
          seen = price(read);
        }
        assertThat(price(read)).as(read).isEqualTo(amount);
      }
    }
  }

  @Test
  void isPassedByWhoAsksForIt() throws SQLException {
    for (int round = 0; round < 10; round++) {
      reads.forEach(read -> api.get(read).expect(200));
      write("update product set price_minor = 1" + round + "00 where id = ?");
      for (String read : reads) {
        HttpRequest.Builder fresh = api.request(read).header("Cache-Control", "no-cache").GET();
        assertThat(api.send(fresh).expect(200).findValue("amount").asText())
            .as(read)
            .isEqualTo("1" + round + ".00");
      }
    }
  }

  @Test
  void asksTheDatabaseNothingAboutProductsWhileNothingChanges() throws SQLException {
    List<String> warm = List.of(reads.get(0), reads.get(1), reads.get(2), "products", "categories");
    // others may change the catalogue meanwhile: one quiet round is enough
    Eventually.see(
        "a round without a query",
        () -> {
          warm.forEach(read -> api.get(read).expect(200));
          try (StatementLog spoken = StatementLog.listen()) {
            for (int i = 0; i < 50; i++) {
              warm.forEach(read -> api.get(read).expect(200));
            }
            return spoken.about("from product p", "from category c");
          } catch (SQLException e) {
            throw new AssertionError(e);
          }
        },
        queries -> queries == 0);
    assertThat(metric("orderly_catalog_cache_hits_total")).isGreaterThan(200);
    assertThat(metric("orderly_catalog_cache_entries")).isPositive();
    assertThat(metric("orderly_catalog_cache_bytes")).isPositive();
  }

  private double metric(String name) {
    try {
      HttpResponse<String> metrics =
          HttpClient.newHttpClient().send(api.request("/metrics").build(), BodyHandlers.ofString());
      return metrics
          .body()
          .lines()
          .filter(line -> line.startsWith(name))
          .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
          .sum();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void sendsWhatWasCompressedOnceToWhoTakesIt() throws Exception {
    for (String read : reads) {
      for (int time = 0; time < 3; time++) {
        HttpResponse<byte[]> packed = raw(read, "Accept-Encoding", "br, gzip");
        assertThat(header(packed, "Content-Encoding")).as(read).isEqualTo("gzip");
        assertThat(header(packed, "ETag")).matches("\"[0-9a-f.-]+-gzip\"");
        HttpResponse<byte[]> plain = raw(read, "Accept-Encoding", "gzip;q=0");
        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(header(plain, "ETag")).isEqualTo(header(packed, "ETag").replace("-gzip", ""));
        for (HttpResponse<byte[]> response : List.of(packed, plain)) {
          assertThat(response.statusCode()).isEqualTo(200);
          assertThat(header(response, "Content-Type")).isEqualTo("application/json");
          assertThat(header(response, "Cache-Control")).isEqualTo("no-cache");
          assertThat(response.headers().allValues("Vary")).contains("Accept-Encoding");
          assertThat(header(response, "X-Request-Id")).isNotBlank();
        }
        try (GZIPInputStream unpacked =
            new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
          assertThat(unpacked.readAllBytes()).isEqualTo(plain.body());
        }
      }
    }
  }

  @Test
  void sendsNothingToWhoHasIt() throws Exception {
    for (String read : reads) {
      for (String encoding : List.of("gzip", "identity")) {
        String tag = header(raw(read, "Accept-Encoding", encoding), "ETag");
        for (String known : List.of(tag, "W/" + tag, "\"x\", " + tag, "*")) {
          HttpResponse<byte[]> same =
              raw(read, "Accept-Encoding", encoding, "If-None-Match", known);
          assertThat(same.statusCode()).as(read + known).isEqualTo(304);
          assertThat(same.body()).isEmpty();
          assertThat(header(same, "ETag")).isEqualTo(tag);
        }
        assertThat(raw(read, "Accept-Encoding", encoding, "If-None-Match", "\"x\"").statusCode())
            .isEqualTo(200);
        assertThat(raw(read, "If-None-Match", "\"x").statusCode()).isEqualTo(400);
        assertThat(raw(read, "Accept", "text/html").statusCode()).isEqualTo(406);
      }
    }
  }

  @Test
  void keepsDrawnPicturesAsWell() throws Exception {
    String picture = "pictures/" + draft.get("sku") + ".svg";
    for (int time = 0; time < 2; time++) {
      HttpResponse<byte[]> drawn = raw(picture, "Accept-Encoding", "gzip");
      assertThat(header(drawn, "Content-Type")).startsWith("image/svg+xml");
      assertThat(header(drawn, "Cache-Control")).contains("max-age=86400");
      assertThat(header(drawn, "Content-Security-Policy")).contains("style-src 'unsafe-inline'");
      assertThat(header(drawn, "Content-Encoding")).isEqualTo("gzip");
      HttpResponse<byte[]> same =
          raw(picture, "Accept-Encoding", "gzip", "If-None-Match", header(drawn, "ETag"));
      assertThat(same.statusCode()).isEqualTo(304);
      assertThat(new String(raw(picture, "Accept", "*/*").body(), StandardCharsets.UTF_8))
          .contains("<svg");
    }
  }

  @Test
  void namesAVersionThatCanBeWrittenInEveryEncoding() throws Exception {
    for (String read : reads.subList(0, 2)) {
      for (String encoding : List.of("gzip", "identity")) {
        String tag = header(raw(read, "Accept-Encoding", encoding), "ETag");
        draft.put("brand", "Brand " + UUID.randomUUID());
        HttpRequest.Builder write = admin.request("products/" + id).header("If-Match", tag);
        api.send(Api.json(write, "PUT", Api.text(draft))).expect(200);
        HttpRequest.Builder again = admin.request("products/" + id).header("If-Match", tag);
        assertThat(api.send(Api.json(again, "PUT", Api.text(draft))).status()).isEqualTo(412);
      }
    }
  }

  /** The sku of a withdrawn product is free; the next one with it begins at the same version. */
  @Test
  void tellsProductsOfOneSkuApart() {
    String tag = api.get(reads.get(1)).header("ETag");
    admin.send("DELETE", "products/" + id, null).expect(204);
    String next = admin.send("POST", "products", draft).expect(201).get("id").asText();
    Answer answer = api.send(api.request(reads.get(1)).header("If-None-Match", tag).GET());
    assertThat(answer.expect(200).get("id").asText()).isEqualTo(next);
  }

  /** Those who list products hold all connections for changes and wait for the category tree. */
  @Test
  void isReadWhileNobodyGetsAConnectionForChanges() throws Exception {
    try (Connection other = new Databases(RunningShop.environment()).connect("catalog");
        Statement statement = other.createStatement()) {
      statement.execute("select pg_advisory_lock(7305902)");
      List<CompletableFuture<Answer>> listing =
          IntStream.range(0, WRITERS)
              .mapToObj(
                  i -> CompletableFuture.supplyAsync(() -> list(i), Thread::startVirtualThread))
              .toList();
      try {
        Eventually.see("waiting writers", () -> waiting(statement), n -> n >= CONNECTIONS - JOBS);
        for (String read : reads) {
          HttpRequest.Builder fresh =
              api.request(read).header("Cache-Control", "no-cache").timeout(STALE.multipliedBy(3));
          api.send(fresh.GET()).expect(200);
          api.send(api.request(read).timeout(STALE.multipliedBy(3)).GET()).expect(200);
        }
      } finally {
        statement.execute("select pg_advisory_unlock(7305902)");
      }
      assertThat(listing)
          .filteredOn(one -> one.join().status() == 201)
          .hasSizeGreaterThanOrEqualTo(CONNECTIONS - JOBS);
    }
  }

  private Answer list(int number) {
    Map<String, Object> one = TestProducts.draft("1.00", "EUR");
    one.put("categories", List.of("Waiting " + word + " " + number));
    return admin.send("POST", "products", one);
  }

  private static int waiting(Statement statement) {
    try (var rows =
        statement.executeQuery(
            "select count(*) from pg_locks where locktype = 'advisory' and not granted"
                + " and database = (select oid from pg_database where datname = current_database())")) {
      rows.next();
      return rows.getInt(1);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private String price(String read) {
    JsonNode body = api.get(read).expect(200);
    return body.findValue("amount").asText();
  }

  private void write(String sql) throws SQLException {
    try (Connection catalog = new Databases(RunningShop.environment()).connect("catalog");
        PreparedStatement statement = catalog.prepareStatement(sql)) {
      statement.setObject(1, UUID.fromString(id));
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
  }

  private HttpResponse<byte[]> raw(String path, String... headers) throws Exception {
    HttpRequest request = api.request(path).headers(headers).GET().build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse(null);
  }
}
