package org.orderly.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.orderly.platform.http.ExternalHttpClient.Limits;
import org.orderly.platform.http.ExternalHttpClient.Response;

class ExternalHttpClientTest {

  private static final int MAX_BYTES = 1_000;

  /** Longer than the tests wait: a limit on size has to end these answers, not the time-out. */
  private static final Duration LONG = Duration.ofSeconds(60);

  /** What an answer never ends with. */
  private enum Endless {
    HEADERS("HTTP/1.1 200 OK\r\n", "X-Header: value\r\n"),
    HEADER_LINE("HTTP/1.1 200 OK\r\nX-Header: ", "aaaaaaaa"),
    HEADER_NAME("HTTP/1.1 200 OK\r\nX", "aaaaaaaa"),
    FOLDED_HEADER("HTTP/1.1 200 OK\r\nX-Header: a\r\n", " folded\r\n"),
    STATUS_LINE("HTTP/1.1 200 ", "OKOKOKOK"),
    EMPTY_LINES("", "\r\n"),
    BODY("HTTP/1.1 200 OK\r\n\r\n", "aaaaaaaa"),
    DECLARED_BODY("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n", "aaaaaaaa"),
    CHUNKS("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "8\r\naaaaaaaa\r\n"),
    CHUNK_EXTENSION("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;", "aaaaaaaa"),
    TRAILERS("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n", "X-Trailer: value\r\n");

    private final String beginning;
    private final String repeated;

    Endless(String beginning, String repeated) {
      this.beginning = beginning;
      this.repeated = repeated;
    }
  }

  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @ParameterizedTest
  @EnumSource(Endless.class)
  void cutsOffAnAnswerThatDoesNotEnd(Endless kind) throws Exception {
    try (ExternalHttpClient client = ExternalHttpClient.pooled(limits(LONG));
        EndlessAnswer answer = new EndlessAnswer(kind.beginning, kind.repeated)) {
      assertThatThrownBy(() -> client.send(new HttpGet(answer.address())))
          .isInstanceOf(IOException.class);
      assertThat(answer.bytesUntilCutOff()).isLessThan(16 << 20);
    }
  }

  @Test
  void cutsOffInterimAnswersInTime() throws Exception {
    try (ExternalHttpClient client = ExternalHttpClient.pooled(limits(Duration.ofSeconds(1)));
        EndlessAnswer answer = new EndlessAnswer("", "HTTP/1.1 103 Early Hints\r\n\r\n")) {
      Instant begun = Instant.now();
      assertThatThrownBy(() -> client.send(new HttpGet(answer.address())))
          .isInstanceOf(IOException.class);
      assertThat(answer.bytesUntilCutOff()).isPositive();
      assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(10));
    }
  }

  @Test
  void cutsOffABodyThatDripsInTime() throws IOException {
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write('a');
          exchange.getResponseBody().flush();
        });
    try (ExternalHttpClient client = ExternalHttpClient.pooled(limits(Duration.ofSeconds(1)))) {
      Instant begun = Instant.now();
      assertThatThrownBy(() -> client.send(new HttpGet(address()))).isInstanceOf(IOException.class);
      assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(10));
    }
  }

  @Test
  void takesAnswersUpToTheLimit() throws IOException {
    byte[] body = "x".repeat(MAX_BYTES).getBytes(StandardCharsets.US_ASCII);
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().put("X-Several", List.of("a", "b"));
          exchange.sendResponseHeaders(404, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    try (ExternalHttpClient client = ExternalHttpClient.pooled(limits(LONG))) {
      Response response = client.send(new HttpGet(address()));
      assertThat(response.status()).isEqualTo(404);
      assertThat(response.body()).isEqualTo(body);
      assertThat(response.headers().get("x-several")).containsExactly("a", "b");
    }
  }

  @Test
  void keepsConnectionsOnlyWhenPooled() throws IOException {
    Set<InetSocketAddress> callers = ConcurrentHashMap.newKeySet();
    server.createContext(
        "/",
        exchange -> {
          callers.add(exchange.getRemoteAddress());
          exchange.sendResponseHeaders(200, 2);
          exchange.getResponseBody().write("OK".getBytes(StandardCharsets.US_ASCII));
          exchange.close();
        });
    try (ExternalHttpClient pooled = ExternalHttpClient.pooled(limits(LONG));
        ExternalHttpClient unpooled = ExternalHttpClient.unpooled(limits(LONG))) {
      for (int i = 0; i < 3; i++) {
        pooled.send(new HttpGet(address()));
      }
      assertThat(callers).hasSize(1);
      callers.clear();
      for (int i = 0; i < 3; i++) {
        unpooled.send(new HttpGet(address()));
      }
      assertThat(callers).hasSize(3);
    }
  }

  private URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  private static Limits limits(Duration exchange) {
    return new Limits(Duration.ofSeconds(2), exchange, MAX_BYTES, 4);
  }
}
