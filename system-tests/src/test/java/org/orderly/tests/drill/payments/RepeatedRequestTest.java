package org.orderly.tests.drill.payments;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.orderly.tests.drill.customer.DrillAccount;
import org.orderly.tests.drill.customer.InstanceClient;

class RepeatedRequestTest {

  private static final String ONE = "{\"id\":\"0193a5b0-1c2d-7e3f-8a4b-0c5d6e7f8a9b\"}";
  private static final String OTHER = "{\"id\":\"0193a5b0-1c2d-7e3f-8a4b-0c5d6e7f8a9c\"}";

  private record Answer(int status, String body) {}

  private final Deque<Answer> answers = new ArrayDeque<>();
  private final List<String> keys = new ArrayList<>();
  private final RepeatedRequest repeatedRequest =
      new RepeatedRequest(DrillAccount.of("ann@example.org", "secret"), "orders", Map.of());
  private HttpServer shop;
  private InstanceClient instanceClient;

  @BeforeEach
  void open() throws IOException {
    shop = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    shop.createContext("/", this::answer);
    shop.start();
    instanceClient =
        new InstanceClient(
            List.of(URI.create("http://127.0.0.1:" + shop.getAddress().getPort() + "/")));
  }

  @AfterEach
  void close() {
    shop.stop(0);
  }

  @Test
  void asksAgainUnderItsKeyUntilTheAnswerIsDefinite() throws InterruptedException {
    answers.add(new Answer(503, "{}"));
    answers.add(new Answer(409, "{\"code\":\"idempotency-key-in-flight\"}"));
    answers.add(new Answer(201, ONE));
    answers.add(new Answer(201, ONE));
    repeatedRequest.run(instanceClient);
    assertThat(repeatedRequest.isDone()).isTrue();
    repeatedRequest.repeat(instanceClient);
    assertThat(repeatedRequest.isConsistent()).isTrue();
    assertThat(repeatedRequest.attempts()).isEqualTo(4);
    assertThat(keys).hasSize(4).containsOnly(repeatedRequest.key());
  }

  @Test
  void noticesThatItIsToldSomethingElse() throws InterruptedException {
    answers.add(new Answer(201, ONE));
    answers.add(new Answer(201, OTHER));
    repeatedRequest.run(instanceClient);
    repeatedRequest.repeat(instanceClient);
    assertThat(repeatedRequest.isConsistent()).isFalse();
  }

  @Test
  void takesARefusalForAnAnswer() throws InterruptedException {
    answers.add(new Answer(422, "{\"code\":\"card-declined\"}"));
    repeatedRequest.run(instanceClient);
    assertThat(repeatedRequest.isAnswered()).isTrue();
    assertThat(repeatedRequest.isDone()).isFalse();
  }

  private void answer(HttpExchange exchange) throws IOException {
    keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
    Answer next = answers.remove();
    byte[] body = next.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(next.status(), body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
