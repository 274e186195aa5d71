package org.orderly.tests.bench.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpConnectionTest {

  private static final byte[] REQUEST = "x".getBytes(StandardCharsets.US_ASCII);

  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
  private ServerSocket server;
  private int accepted;
  private HttpConnection connection;

  @BeforeEach
  void open() throws IOException {
    server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    connection = new HttpConnection(URI.create("http://127.0.0.1:" + server.getLocalPort() + "/"));
    Thread thread = new Thread(this::serve);
    thread.setDaemon(true);
    thread.start();
  }

  @AfterEach
  void close() throws IOException {
    connection.close();
    server.close();
  }

  /** Each byte is a request; an empty answer hangs up. */
  private void serve() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept();
          InputStream in = socket.getInputStream();
          OutputStream out = socket.getOutputStream()) {
        accepted++;
        while (in.read() >= 0) {
          String answer = answers.take();
          if (answer.isEmpty()) {
            break;
          }
          out.write(answer.getBytes(StandardCharsets.UTF_8));
        }
      } catch (IOException e) {
        // the test is over, or has hung up
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void answer(String head, String body) {
    answers.add(head + "\r\n\r\n" + body);
  }

  @Test
  void readsOneAnswerAfterTheOtherFromOneConnection() throws IOException {
    answer("HTTP/1.1 201 Created\r\nContent-Length: 2", "{}");
    answer("HTTP/1.1 409 Conflict\r\ncontent-length:4", "none");
    assertThat(connection.send(REQUEST)).isEqualTo(201);
    assertThat(connection.body()).isEqualTo("{}");
    assertThat(connection.send(REQUEST)).isEqualTo(409);
    assertThat(accepted).isEqualTo(1);
  }

  @Test
  void readsAnAnswerInChunks() throws IOException {
    answer(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked",
        "3\r\nabc\r\nB;x=y\r\ndefghijklmn\r\n0\r\n\r\n");
    answer("HTTP/1.1 200 OK\r\nContent-Length: 1", "z");
    assertThat(connection.send(REQUEST)).isEqualTo(200);
    assertThat(connection.body()).isEqualTo("abcdefghijklmn");
    connection.send(REQUEST);
    assertThat(connection.body()).isEqualTo("z");
  }

  @Test
  void connectsAnewAfterTheServerHasClosed() throws IOException {
    answer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close", "");
    answer("HTTP/1.1 201 OK\r\nContent-Length: 0", "");
    connection.send(REQUEST);
    assertThat(connection.send(REQUEST)).isEqualTo(201);
    assertThat(accepted).isEqualTo(2);
  }

  @Test
  void sendsAgainWhenTheServerHasHungUpBetweenTwoRequests() throws IOException {
    answer("HTTP/1.1 200 OK\r\nContent-Length: 0", "");
    answers.add("");
    answer("HTTP/1.1 201 OK\r\nContent-Length: 0", "");
    connection.send(REQUEST);
    assertThat(connection.send(REQUEST)).isEqualTo(201);
  }

  @Test
  void saysWhenAnAnswerBreaksOff() {
    answers.add("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc");
    answers.add("");
    assertThatThrownBy(() -> connection.send(new byte[] {1, 2})).isInstanceOf(IOException.class);
  }

  @Test
  void namesTheReasonOfAProblem() {
    assertThat(LoadClient.code("{\"status\":409,\"code\":\"insufficient-stock\",\"items\":[]}"))
        .isEqualTo("insufficient-stock");
    assertThat(LoadClient.code("<html>")).isEmpty();
  }

  @Test
  void writesProductsAndKeyIntoTheirPlaces() {
    OrderRequest request = new OrderRequest("shop:1", "token", 2, PaymentMode.CARD);
    UUID tea = UUID.randomUUID();
    UUID cup = UUID.randomUUID();
    List<String> parts =
        List.of(
            new String(request.of(255, tea, cup), StandardCharsets.US_ASCII).split("\r\n\r\n", 2));
    assertThat(parts.get(0))
        .startsWith("POST /api/v1/orders HTTP/1.1\r\nHost: shop:1\r\n")
        .contains("Authorization: Bearer token")
        .contains("Idempotency-Key: 00000000000000ff")
        .contains("Content-Length: " + parts.get(1).length());
    assertThat(parts.get(1))
        .startsWith("{\"items\":[{\"productId\":\"" + tea + "\",\"quantity\":1},")
        .contains("{\"productId\":\"" + cup + "\",\"quantity\":1}]");
  }
}
