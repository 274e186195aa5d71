package org.orderly.notification.webhook.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.core5.http.MessageConstraintException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookClientTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.ofEpochSecond(1_700_000_000), ZoneOffset.UTC);
  private static final String LOOPBACK = "127.0.0.0/8,::1";

  private HttpServer endpoint;
  private WebhookClient line;

  @BeforeEach
  void start() throws IOException {
    endpoint = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    endpoint.start();
    line = new WebhookClient(new WebhookTargets(Optional.of(LOOPBACK)), CLOCK, 1);
  }

  @AfterEach
  void stop() {
    endpoint.stop(0);
    line.close();
  }

  @Test
  void sendsTheBodyAsItIsWithWhatTellsAndProvesIt() throws IOException {
    AtomicReference<Headers> headers = new AtomicReference<>();
    AtomicReference<String> body = new AtomicReference<>();
    endpoint.createContext(
        "/hook",
        exchange -> {
          headers.set(exchange.getRequestHeaders());
          body.set(new String(exchange.getRequestBody().readAllBytes()));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    ClaimedDelivery delivery = delivery(url("/hook?a=b"));
    assertThat(line.post(delivery, List.of("whs_test"))).isEqualTo(204);
    assertThat(body.get()).isEqualTo(delivery.body());
    assertThat(headers.get().getFirst("Content-Type")).startsWith("application/json");
    assertThat(headers.get().getFirst("Orderly-Event-Id")).isEqualTo(delivery.eventId().toString());
    assertThat(headers.get().getFirst("Orderly-Event-Type")).isEqualTo("OrderPlaced");
    assertThat(headers.get().getFirst("Orderly-Signature")).startsWith("t=1700000000,v1=");
    assertThat(headers.get().getFirst("webhook-id")).isEqualTo(delivery.eventId().toString());
    assertThat(headers.get().getFirst("webhook-timestamp")).isEqualTo("1700000000");
    assertThat(headers.get().getFirst("webhook-signature")).startsWith("v1,");
    assertThat(headers.get().getFirst("Cookie")).isNull();
  }

  @Test
  void followsNoRedirect() throws IOException {
    AtomicInteger followed = new AtomicInteger();
    endpoint.createContext(
        "/here",
        exchange -> {
          exchange.getResponseHeaders().set("Location", url("/there"));
          exchange.sendResponseHeaders(307, -1);
          exchange.close();
        });
    endpoint.createContext("/there", exchange -> followed.incrementAndGet());
    assertThat(line.post(delivery(url("/here")), List.of("s"))).isEqualTo(307);
    assertThat(followed).hasValue(0);
  }

  @Test
  void readsOnlyTheBeginningOfAnAnswerThatDoesNotEnd() throws IOException {
    endpoint.createContext(
        "/endless",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream out = exchange.getResponseBody()) {
            byte[] block = new byte[8192];
            while (true) {
              out.write(block);
            }
          }
        });
    assertThat(line.post(delivery(url("/endless")), List.of("s"))).isEqualTo(200);
  }

  @Test
  void waitsForNobodyLongerThanTold() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Instant begun = Instant.now();
      ClaimedDelivery delivery = delivery("http://127.0.0.1:" + silent.getLocalPort() + "/");
      assertThatThrownBy(() -> line.post(delivery, List.of("s"))).isInstanceOf(IOException.class);
      assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(5));
    }
  }

  @Test
  void cutsOffWhoAnswersDropByDrop() throws Exception {
    try (ServerSocket slow = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread dripping = new Thread(() -> drip(slow));
      dripping.start();
      Instant begun = Instant.now();
      ClaimedDelivery delivery = delivery("http://127.0.0.1:" + slow.getLocalPort() + "/");
      assertThatThrownBy(() -> line.post(delivery, List.of("s"))).isInstanceOf(IOException.class);
      assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(5));
      dripping.join();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-Header: value\r\n", "aaaaaaaa"})
  void cutsOffHeadersThatDoNotEndBeforeTheirTimeIsUp(String repeated) throws Exception {
    WebhookClient patient = new WebhookClient(new WebhookTargets(Optional.of(LOOPBACK)), CLOCK, 60);
    try (ServerSocket hostile = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread flooding = new Thread(() -> flood(hostile, repeated.repeat(1_000)));
      flooding.start();
      ClaimedDelivery delivery = delivery("http://127.0.0.1:" + hostile.getLocalPort() + "/");
      assertThatThrownBy(() -> patient.post(delivery, List.of("s")))
          .isInstanceOf(MessageConstraintException.class);
      flooding.join(10_000);
      assertThat(flooding.isAlive()).isFalse();
    } finally {
      patient.close();
    }
  }

  /** Headers until nobody reads them. */
  private static void flood(ServerSocket server, String headers) {
    try (Socket client = server.accept()) {
      OutputStream out = client.getOutputStream();
      out.write("HTTP/1.1 200 OK\r\nX: ".getBytes());
      while (!server.isClosed()) {
        out.write(headers.getBytes());
      }
    } catch (IOException e) {
      // the connection was closed, as it should be
    }
  }

  @Test
  void connectsToNothingThatIsClosed() {
    AtomicInteger reached = new AtomicInteger();
    endpoint.createContext("/", exchange -> reached.incrementAndGet());
    WebhookClient strict = new WebhookClient(new WebhookTargets(Optional.empty()), CLOCK, 1);
    for (String host : List.of("127.0.0.1", "localhost", "[::ffff:127.0.0.1]")) {
      ClaimedDelivery delivery =
          delivery("http://" + host + ":" + endpoint.getAddress().getPort() + "/");
      assertThatThrownBy(() -> strict.post(delivery, List.of("s")))
          .isInstanceOf(TargetRefused.class);
    }
    assertThat(reached).hasValue(0);
    strict.close();
  }

  /** A header that never ends, a character every now and then. */
  private static void drip(ServerSocket server) {
    try (Socket client = server.accept()) {
      OutputStream out = client.getOutputStream();
      out.write("HTTP/1.1 200 OK\r\nX: ".getBytes());
      while (client.getInputStream().available() >= 0) {
        out.write('a');
        client.setSoTimeout(100);
        awaitByte(client);
      }
    } catch (IOException e) {
      // the line was cut, as it should be
    }
  }

  private static void awaitByte(Socket client) throws IOException {
    try {
      if (client.getInputStream().read() < 0) {
        throw new IOException("closed");
      }
    } catch (SocketTimeoutException e) {
      // time for the next drop
    }
  }

  private String url(String path) {
    return "http://127.0.0.1:" + endpoint.getAddress().getPort() + path;
  }

  private static ClaimedDelivery delivery(String url) {
    return new ClaimedDelivery(
        UUID.randomUUID(),
        UUID.randomUUID(),
        UUID.randomUUID(),
        "OrderPlaced",
        "{\"name\":\"Caf\u00e9\"}",
        url,
        null,
        null,
        1);
  }
}
