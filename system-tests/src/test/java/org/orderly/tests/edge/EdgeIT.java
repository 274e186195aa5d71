package org.orderly.tests.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderly.tests.support.Api;
import org.orderly.tests.support.Api.Answer;
import org.orderly.tests.support.Eventually;
import org.orderly.tests.support.RunningShop;
import org.orderly.tests.support.Shopper;

/** What holds at the front door whatever is asked for behind it. */
@ExtendWith(RunningShop.class)
class EdgeIT {

  private final Api api = RunningShop.api();

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/assets/shop.js", "/health", "/openapi", "/nowhere", "products", "orders"})
  void tellsBrowsersWhatToRefuse(String path) {
    Answer answer = api.get(path);
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
    assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(answer.header("Content-Security-Policy"))
        .startsWith("default-src 'none';")
        .contains("frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(answer.header("Permissions-Policy")).contains("camera=()");
    assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
    assertThat(answer.header("Server")).isNull();
    assertThat(answer.header("X-Powered-By")).isNull();
    assertThat(answer.header("Access-Control-Allow-Origin")).isIn(null, "*");
  }

  /** The server's own description of everything took half a minute, under a lock. */
  @ParameterizedTest
  @ValueSource(strings = {"/openapi/", "/openapi/application.wadl"})
  void answersNothingBelowTheDescription(String path) {
    assertThat(api.get(path).status()).isEqualTo(404);
    assertThat(api.get(path).code()).isEqualTo("not-found");
  }

  /** Java's own client offers it with every request, unless it is told not to. */
  @Test
  void servesClientsThatOfferToSpeakHttp2() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(RunningShop.url().resolve("/api/v1/auth/login"))
            .version(HttpClient.Version.HTTP_2)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"email\":\"a@b.example\",\"password\":\"wrong\"}"))
            .timeout(Duration.ofSeconds(5))
            .build();
    HttpClient client = HttpClient.newHttpClient();
    for (int i = 0; i < 2; i++) {
      assertThat(client.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(401);
    }
  }

  /**
   * Else a body would be read until the client leaves, and the connection be of no use after it.
   */
  @ParameterizedTest
  @ValueSource(strings = {"websocket", "h2c", "TLS/1.3"})
  void ignoresOffersOfOtherProtocols(String protocol) throws IOException {
    String wrong = "{\"email\":\"a@b.example\",\"password\":\"wrong\"}";
    String offer = "Host: x\r\nConnection: Upgrade\r\nUpgrade: " + protocol + "\r\n";
    String answers =
        exchange(
            "POST /api/v1/auth/login HTTP/1.1\r\n"
                + offer
                + "Content-Type: application/json\r\nContent-Length: "
                + wrong.length()
                + "\r\n\r\n"
                + wrong
                + "GET /health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    assertThat(answers)
        .startsWith("HTTP/1.1 401")
        .containsOnlyOnce("HTTP/1.1 200")
        .doesNotContain("HTTP/1.1 101");
  }

  /** A stream of it could hold a thread until its client opens the window. */
  @Test
  void speaksNoHttp2InTheClear() throws IOException {
    assertThat(exchange("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0"))
        .doesNotStartWith("\0\0");
  }

  @Test
  void letsNobodyKeepWhatIsPersonalAndEverybodyCheckTheCatalogue() {
    Shopper ann = Shopper.registered(api);
    assertThat(ann.get("users/me").header("Cache-Control")).isEqualTo("no-store");
    assertThat(api.get("products").header("Cache-Control")).contains("no-cache");
    assertThat(api.get("products").header("ETag")).isNotNull();
  }

  @Test
  void believesNobodyWhoIsNotATrustedProxy() {
    Answer answer = api.send(api.request("orders").header("X-Forwarded-Proto", "https").GET());
    assertThat(answer.header("Strict-Transport-Security")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v2/products", "/api/foo", "/api"})
  void namesTheVersionsThatThereAre(String path) {
    Answer answer = api.get(path);
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.code()).isEqualTo("unknown-api-version");
    assertThat(answer.body().path("supported").get(0).asText()).isEqualTo("v1");
    assertThat(api.get("/api/v1/foo").code()).isEqualTo("not-found");
  }

  @Test
  void answersNoTraceAndReadsNothingPacked() throws IOException {
    assertThat(exchange("TRACE / HTTP/1.1\r\nHost: x\r\nX-Secret: s\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 405")
        .doesNotContain("X-Secret");
    Answer packed =
        api.send(
            Api.json(api.request("auth/login"), "POST", "{}").header("Content-Encoding", "gzip"));
    assertThat(packed.status()).isEqualTo(415);
  }

  /** What a proxy took for the body of one request must not be another one. */
  @Test
  void readsNothingBehindABodyOfTwoLengths() throws IOException {
    String answers =
        exchange(
            "POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
                + "GET /smuggled HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    assertThat(answers).startsWith("HTTP/1.1 400").containsOnlyOnce("HTTP/1.1 ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /health/live HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n",
        "GET /health/live\r\n\r\n"
      })
  void refusesWhatAProxyMayHaveUnderstoodInAnotherWay(String request) throws IOException {
    // ids and dates of answers may hold any number
    assertThat(exchange(request)).doesNotContain("HTTP/1.1 200").doesNotContain("\"UP\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/admin", "/account"})
  void leadsToFoldersWithoutAHost(String folder) throws IOException {
    assertThat(
            exchange(
                "GET " + folder + " HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 308")
        .containsIgnoringCase("location: " + folder + "/\r\n")
        .contains("Content-Security-Policy")
        .doesNotContain("evil.example");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/metrics", "/health/services"})
  void showsOperationsToThisMachineAlone(String path) {
    assertThat(api.get(path).status()).isEqualTo(200);
    Answer forwarded = api.send(api.request(path).header("X-Forwarded-For", "127.0.0.1").GET());
    assertThat(forwarded.status()).isEqualTo(403);
  }

  @Test
  void tellsHowItStandsWithTheServicesOutside() {
    JsonNode services = api.get("/health/services").expect(200).path("services");
    assertThat(StreamSupport.stream(services.spliterator(), false))
        .extracting(service -> service.path("name").asText())
        .contains("redis", "mail", "payment-gateway");
    JsonNode redis =
        StreamSupport.stream(services.spliterator(), false)
            .filter(service -> service.path("name").asText().equals("redis"))
            .findFirst()
            .orElseThrow();
    assertThat(redis.path("state").asText()).isEqualTo("CLOSED");
    assertThat(redis.path("reachable").asBoolean()).isTrue();
  }

  /** More than there are threads, all of one client: each has one to itself until it is cut off. */
  @Test
  void servesOthersWhileManySendTheirBodiesDropByDrop() throws IOException {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 100; i++) {
        Socket socket = connect();
        slow.add(socket);
        write(
            socket,
            "POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                + "Content-Length: 500\r\n\r\n{");
      }
      assertThat(api.get("products").status()).isEqualTo(200);
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  @Test
  void writesALineForEachRequestAndNoSecretIntoIt() throws IOException {
    String secret = "hunter" + UUID.randomUUID().toString().replace("-", "");
    String id = "secrets-" + UUID.randomUUID();
    String card = "4111111111111111";
    for (String body :
        new String[] {
          Api.text(Map.of("email", "a@b.example", "password", secret, "totp", secret)),
          "{\"email\":\"a@b.example\",\"password\":\"" + secret + "\", \"card\": \"" + card,
          "password=" + secret + "&card=" + card
        }) {
      api.send(
          api.request("auth/login?password=" + secret + "&token=" + secret)
              .header("Content-Type", "application/json")
              .header("Authorization", "Bearer " + secret)
              .header("Cookie", "session=" + secret)
              .header("X-Request-Id", id)
              .POST(BodyPublishers.ofString(body)));
      api.send(
          api.request("auth/login?password=" + secret)
              .header("Content-Type", "application/json")
              .header("X-Request-Id", id)
              .POST(BodyPublishers.ofString(body)));
    }
    List<JsonNode> lines =
        Eventually.see("the access log", () -> linesOf(id), found -> found.size() == 6);
    assertThat(lines)
        .allSatisfy(
            line -> {
              assertThat(line.path("logger").asText()).isEqualTo("orderly.access");
              assertThat(line.path("route").asText()).isEqualTo("/api/v1/auth/login");
              assertThat(line.path("status").asInt()).isBetween(400, 403);
              assertThat(line.has("durationMs")).isTrue();
            });
    assertThat(Files.readString(RunningShop.accessLog()) + Files.readString(RunningShop.log()))
        .doesNotContain(secret)
        .doesNotContain(card);
  }

  private static List<JsonNode> linesOf(String requestId) {
    try {
      List<JsonNode> lines = new ArrayList<>();
      for (String line : Files.readAllLines(RunningShop.accessLog())) {
        if (line.contains(requestId)) {
          lines.add(Api.JSON.readTree(line));
        }
      }
      return lines;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Socket connect() throws IOException {
    return new Socket(RunningShop.url().getHost(), RunningShop.url().getPort());
  }

  private static void write(Socket socket, String text) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(text.getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private static String exchange(String request) throws IOException {
    try (Socket socket = connect()) {
      write(socket, request);
      InputStream answer = socket.getInputStream();
      return new String(answer.readAllBytes(), StandardCharsets.US_ASCII);
    }
  }
}
