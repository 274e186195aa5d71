package org.orderly.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OidcClientTest {

  private final OidcClient line = new OidcClient();
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
    HTTPResponse answer = line.send(request());
    assertThat(answer.getStatusCode()).isEqualTo(400);
    assertThat(answer.getBody()).isEqualTo("{\"error\":\"invalid_grant\"}");
  }

  @Test
  void takesAFailureOfTheProviderForNoAnswer() {
    answer(503, "{}");
    assertThatThrownBy(() -> line.send(request())).isInstanceOf(IOException.class);
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
    assertThatThrownBy(() -> line.send(request())).hasMessageContaining("a body of more than");
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

  private HTTPRequest request() {
    URI address = URI.create("http://127.0.0.1:" + provider.getAddress().getPort() + "/");
    return new HTTPRequest(HTTPRequest.Method.GET, address);
  }
}
