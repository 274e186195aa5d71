package org.orderly.payment.gateway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderly.kernel.Money;
import org.orderly.kernel.UserId;
import org.orderly.payment.gateway.Authorization;
import org.orderly.payment.gateway.AuthorizationRequest;
import org.orderly.payment.gateway.AuthorizationStatus;
import org.orderly.payment.gateway.BalanceTransaction;
import org.orderly.payment.gateway.ForgedGatewayEvent;
import org.orderly.payment.gateway.GatewayResult;
import org.orderly.payment.gateway.NoGatewayResponse;

/** What is sent to the sandbox and made of its answers, which are given here by heart. */
class SandboxGatewayTest {

  private static final UUID KEY = UUID.fromString("0193a5b0-1c2d-7e3f-8a4b-0c5d6e7f8a9b");
  private static final Money FIVE = Money.of("5.00", "EUR");

  private final Deque<String> answers = new ArrayDeque<>();
  private int status = 200;
  private String asked;
  private HttpServer server;
  private SandboxGateway gateway;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    gateway = gateway("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  private static SandboxGateway gateway(String url) {
    SandboxClient line = new SandboxClient(Optional.of(URI.create(url)), Optional.of("the-key"));
    return new SandboxGateway(
        line, new SandboxResilience(), Optional.of("secret"), Clock.systemUTC());
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    asked =
        exchange.getRequestMethod()
            + " "
            + exchange.getRequestURI()
            + " "
            + exchange.getRequestHeaders().getFirst("Authorization")
            + " "
            + body;
    byte[] answer = answers.remove().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private static String payment(String state) {
    return """
        {"id":"pay_1","key":"%s","state":"%s","currency":"EUR","authorized":500,"captured":400,
         "refunded":100,"fee":31,"declineCode":null}"""
        .formatted(KEY, state);
  }

  private static String move(String state) {
    return """
        {"id":"mov_1","kind":"REFUND","state":"%s","currency":"EUR","amount":500,"fee":0,
         "reason":"disputed"}"""
        .formatted(state);
  }

  @ParameterizedTest
  @CsvSource({
    "AUTHORIZED, AUTHORIZED",
    "CAPTURED, CAPTURED",
    "ACTION_REQUIRED, ACTION_REQUIRED",
    "DECLINED, DECLINED",
    "VOIDED, DECLINED"
  })
  void asksForMoney(String state, Authorization.Result result) {
    answers.add(payment(state));

    Authorization answer =
        gateway.authorize(
            new AuthorizationRequest(
                KEY, FIVE, "tok_ok", false, URI.create("https://shop.example/"), null));

    assertThat(answer.result()).isEqualTo(result);
    assertThat(answer.reference()).isEqualTo("pay_1");
    assertThat(asked)
        .startsWith("POST /payments Bearer the-key ")
        .contains(KEY.toString(), "\"amount\":500", "\"EUR\"", "tok_ok", "https://shop.example/");
  }

  @ParameterizedTest
  @CsvSource({"COMPLETED, COMPLETED", "PENDING, PENDING", "REFUSED, REFUSED"})
  void movesMoney(String state, GatewayResult.Result result) {
    answers.addAll(List.of(move(state), move(state), move(state), move(state)));

    assertThat(gateway.capture(KEY, "pay_1", FIVE).result()).isEqualTo(result);
    assertThat(asked).startsWith("POST /payments/pay_1/capture ");
    assertThat(gateway.cancel(KEY, "pay_1").result()).isEqualTo(result);
    assertThat(asked).startsWith("POST /payments/pay_1/cancel ");
    assertThat(gateway.refund(KEY, "pay_1", FIVE).result()).isEqualTo(result);
    assertThat(asked).startsWith("POST /payments/pay_1/refund ");
    assertThat(gateway.payOut(KEY, UserId.newId(), FIVE).result()).isEqualTo(result);
    assertThat(asked).startsWith("POST /payouts ");
  }

  @Test
  void asksHowItStands() {
    answers.add(payment("CAPTURED"));

    AuthorizationStatus authorizationStatus = gateway.status(KEY, null);

    assertThat(asked).startsWith("GET /payments?key=" + KEY);
    assertThat(authorizationStatus.state()).isEqualTo(AuthorizationStatus.State.CAPTURED);
    assertThat(authorizationStatus.captured()).isEqualTo(Money.of("4.00", "EUR"));
    assertThat(authorizationStatus.refunded()).isEqualTo(Money.of("1.00", "EUR"));
    assertThat(authorizationStatus.fee()).isEqualTo(Money.of("0.31", "EUR"));
  }

  @Test
  void knowsOfNothingWhereTheSandboxDoes() {
    status = 404;
    answers.add("{}");

    assertThat(gateway.status(KEY, "pay_2")).isEqualTo(AuthorizationStatus.unknown());
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 409, 500, 503})
  void takesAFailureForNoAnswer(int failure) {
    status = failure;
    answers.add("{\"error\":\"out of order\"}");

    assertThatThrownBy(() -> gateway.capture(KEY, "pay_1", FIVE))
        .isInstanceOf(NoGatewayResponse.class);
  }

  @Test
  void takesAnAnswerThatDoesNotEndForNoAnswer() throws IOException {
    AtomicBoolean cutOff = new AtomicBoolean();
    server.createContext(
        "/payments/endless",
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
    SandboxClient line =
        new SandboxClient(
            Optional.of(URI.create("http://127.0.0.1:" + server.getAddress().getPort())),
            Optional.of("the-key"));
    assertThatThrownBy(() -> line.get("/payments/endless"))
        .isInstanceOf(NoGatewayResponse.class)
        .hasStackTraceContaining("a body of more than");
    server.stop(5);
    assertThat(cutOff).isTrue();
    line.close();
  }

  @Test
  void takesAClosedPortForNoAnswer() {
    server.stop(0);

    assertThatThrownBy(() -> gateway.status(KEY, null)).isInstanceOf(NoGatewayResponse.class);
  }

  @Test
  void readsMovementsPageByPage() {
    String item =
        """
        {"items":[{"id":"mov_%s","place":"p%s","kind":"CAPTURE","key":"c","payment":"pay_1",
          "paymentKey":"%s","currency":"EUR","amount":500,"fee":32,"at":1700000000000}],"more":%s}""";
    answers.add(item.formatted(1, 1, KEY, true));
    answers.add(item.formatted(2, 2, KEY, false));

    List<BalanceTransaction> movements =
        gateway.movements(Instant.ofEpochMilli(1), Instant.ofEpochMilli(2_000_000_000_000L));

    assertThat(movements)
        .extracting(BalanceTransaction::reference)
        .containsExactly("mov_1", "mov_2");
    assertThat(movements.get(0).key()).isEqualTo(KEY);
    assertThat(movements.get(0).fee()).isEqualTo(Money.of("0.32", "EUR"));
    assertThat(asked).startsWith("GET /movements?from=1&to=2000000000000&after=p1 ");
  }

  @Test
  void believesNoNoticeWithoutASignature() {
    byte[] body = "{\"id\":\"evt_1\",\"type\":\"CAPTURED\"}".getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> gateway.readEvent(Map.of(), body))
        .isInstanceOf(ForgedGatewayEvent.class);
  }
}
