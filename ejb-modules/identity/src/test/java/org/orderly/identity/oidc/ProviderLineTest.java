package org.orderly.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProviderLineTest {

  private final ProviderLine line = new ProviderLine();
  private HttpServer provider;

  @BeforeEach
  void start() throws IOException {
    provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    provider.start();
  }

  @AfterEach
  void stop() {
    provider.stop(0);
    line.close();
  }

  @Test
  void givesTheStatusAndTheDocument() throws IOException {
    answer(400, "{\"error\":\"invalid_grant\"}");
    ProviderLine.Answer answer = line.send(new HttpGet(address()));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().path("error").asText()).isEqualTo("invalid_grant");
  }

  @Test
  void takesAFailureOfTheProviderForNoAnswer() {
    answer(503, "{}");
    assertThatThrownBy(() -> line.send(new HttpGet(address()))).isInstanceOf(IOException.class);
  }

  @Test
  void cutsOffADocumentThatDoesNotEnd() {
    AtomicBoolean cutOff = new AtomicBoolean();
    provider.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream out = exchange.getResponseBody()) {
            while (true) {
              out.write(new byte[8_192]);
            }
          } catch (IOException e) {
            cutOff.set(true);
          }
        });
    assertThatThrownBy(() -> line.send(new HttpGet(address())))
        .hasMessageContaining("a body of more than");
    provider.stop(5);
    assertThat(cutOff).isTrue();
  }

  private void answer(int status, String body) {
    provider.createContext(
        "/",
        exchange -> {
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }

  private URI address() {
    return URI.create("http://127.0.0.1:" + provider.getAddress().getPort() + "/");
  }
}
