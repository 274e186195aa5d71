package org.orderly.server.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The gateway by its HTTP port, with its journal in a folder of the test. */
class SandboxTest {
  @TempDir Path folder;

  private ListeningShop shop;
  private SandboxProcess sandbox;
  private SandboxClient client;
  private SandboxClient control;
  private int port;

  @BeforeEach
  void start() throws IOException {
    shop = new ListeningShop();
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    open();
    client = new SandboxClient(port, "the-key");
    control = new SandboxClient(port, "the-control-key");
  }

  private void open() throws IOException {
    sandbox =
        new SandboxProcess(
            Map.of(
                SandboxProcess.FOLDER,
                folder.toString(),
                SandboxProcess.PORT,
                Integer.toString(port),
                SandboxProcess.KEY,
                "the-key",
                SandboxProcess.CONTROL_KEY,
                "the-control-key",
                SandboxProcess.WEBHOOK_SECRET,
                ListeningShop.SECRET,
                SandboxProcess.SHOP,
                shop.url()));
    sandbox.open();
  }

  @AfterEach
  void stop() throws IOException {
    sandbox.close();
    shop.close();
  }

  private SandboxClient.Answer authorize(String key, String token) throws IOException {
    Map<String, Object> order = new HashMap<>(money(key, 5_000));
    order.put("token", token);
    return client.post("payments", order);
  }

  private static Map<String, Object> money(String key, long amount) {
    return Map.of("key", key, "amount", amount, "currency", "EUR");
  }

  private SandboxClient.Answer move(String id, String what, String key, long amount)
      throws IOException {
    return client.post("payments/" + id + "/" + what, money(key, amount));
  }

  @Test
  void movesMoneyOnceByItsKey() throws IOException {
    String id = authorize("a", "tok_ok").text("id");

    assertThat(authorize("a", "tok_ok").text("id")).isEqualTo(id);
    assertThat(authorize("a", "tok_refund_pending").status()).isEqualTo(409);
    SandboxClient.Answer taken = move(id, "capture", "c", 4_000);
    assertThat(taken.text("state")).isEqualTo("COMPLETED");
    assertThat(taken.body().path("fee").asLong()).isEqualTo(81);
    assertThat(move(id, "capture", "c", 4_000).body()).isEqualTo(taken.body());
    assertThat(move(id, "capture", "c", 3_000).status()).isEqualTo(409);
    assertThat(move(id, "capture", "c2", 1_000).text("reason")).isEqualTo("not-authorized");
    assertThat(move(id, "refund", "r", 4_001).text("reason")).isEqualTo("above-captured");
    assertThat(move(id, "refund", "r", 1_000).text("state")).isEqualTo("COMPLETED");
    assertThat(move(id, "refund", "r", 1_000).text("state")).isEqualTo("COMPLETED");
    assertThat(client.get("payments/" + id).body().path("refunded").asLong()).isEqualTo(1_000);
  }

  @Test
  void givesUpWhatWasNotCapturedAndNothingElse() throws IOException {
    String open = authorize("a", "tok_ok").text("id");
    String taken = authorize("b", "tok_ok").text("id");
    move(taken, "capture", "c", 5_000);

    assertThat(move(open, "cancel", "x", 1).text("state")).isEqualTo("COMPLETED");
    assertThat(move(open, "cancel", "x", 1).text("state")).isEqualTo("COMPLETED");
    assertThat(move(taken, "cancel", "y", 1).text("reason")).isEqualTo("captured");
    assertThat(move(open, "capture", "z", 5_000).text("state")).isEqualTo("REFUSED");
  }

  @ParameterizedTest
  @CsvSource({
    "tok_decline, card-declined",
    "tok_insufficient_funds, insufficient-funds",
    "tok_expired_card, expired-card",
    "tok_never_heard_of, unknown-token",
    "nonsense, unknown-token"
  })
  void declinesByToken(String token, String code) throws IOException {
    SandboxClient.Answer answer = authorize("k", token);

    assertThat(answer.text("state")).isEqualTo("DECLINED");
    assertThat(answer.text("declineCode")).isEqualTo(code);
    assertThat(shop.next().type()).isEqualTo("DECLINED");
  }

  @Test
  void timesOutBeforeOrAfterItDidSomething() throws IOException {
    assertThatThrownBy(() -> authorize("before", "tok_timeout_before"))
        .isInstanceOf(HttpTimeoutException.class);
    assertThatThrownBy(() -> authorize("after", "tok_timeout_after"))
        .isInstanceOf(HttpTimeoutException.class);

    assertThat(client.get("payments?key=before").status()).isEqualTo(404);
    assertThat(client.get("payments?key=after").text("state")).isEqualTo("AUTHORIZED");
    assertThat(answerInTheEnd("after").text("state")).isEqualTo("AUTHORIZED");
    assertThat(authorize("error", "tok_error").status()).isEqualTo(503);
    assertThat(client.get("payments?key=error").status()).isEqualTo(404);
  }

  /** Who asks again under the same key is told after some seconds. */
  private SandboxClient.Answer answerInTheEnd(String key) throws IOException {
    for (int tries = 0; tries < 4; tries++) {
      try {
        return authorize(key, "tok_timeout_after");
      } catch (HttpTimeoutException e) {
        // not yet
      }
    }
    throw new AssertionError("no answer");
  }

  @Test
  void failsLaterOnWhereTheTokenSaysSo() throws IOException {
    String unwilling = authorize("a", "tok_capture_refused").text("id");
    String stingy = authorize("b", "tok_refund_refused").text("id");
    move(stingy, "capture", "c", 5_000);

    assertThat(move(unwilling, "capture", "c1", 5_000).text("reason")).isEqualTo("capture-refused");
    assertThat(move(stingy, "refund", "r", 5_000).text("reason")).isEqualTo("refund-refused");
    assertThat(client.post("payouts", payout("p1", 66_601)).text("state")).isEqualTo("REFUSED");
    assertThat(client.post("payouts", payout("p2", 66_600)).text("state")).isEqualTo("COMPLETED");
  }

  private static Map<String, Object> payout(String key, long amount) {
    Map<String, Object> payout = new HashMap<>(money(key, amount));
    payout.put("to", "somebody");
    return payout;
  }

  @Test
  void asksTheBuyerOnAPage() throws IOException {
    SandboxClient.Answer asked = authorize("k", "tok_step");
    String page = asked.text("step").substring(asked.text("step").indexOf("step/"));

    assertThat(asked.text("state")).isEqualTo("ACTION_REQUIRED");
    assertThat(client.get(page).body().asText()).contains("50.00 EUR", "Approve");
    assertThat(client.get(page.replaceAll("secret=.*", "secret=guess")).status()).isEqualTo(404);
    assertThat(client.send("POST", page, "answer=approve").status()).isEqualTo(200);
    assertThat(shop.next().type()).isEqualTo("AUTHORIZED");
    client.send("POST", page, "answer=refuse");
    assertThat(client.get("payments?key=k").text("state")).isEqualTo("AUTHORIZED");
  }

  @Test
  void tellsTheShopUntilItListens() throws IOException {
    shop.refuse(2);
    String id = authorize("k", "tok_ok").text("id");

    ListeningShop.Heard heard = shop.next();
    assertThat(heard.genuine()).isTrue();
    assertThat(heard.notice().path("reference").asText()).isEqualTo(id);
    assertThat(heard.notice().path("key").asText()).isEqualTo("k");
  }

  @Test
  void tellsInTheMannerThatTheTokenAsksFor() throws IOException {
    authorize("twice", "tok_webhook_duplicate");
    assertThat(shop.next().notice()).isEqualTo(shop.next().notice());

    authorize("forged", "tok_webhook_forged");
    ListeningShop.Heard forged = shop.next();
    assertThat(forged.genuine()).isFalse();
    assertThat(forged.type()).isEqualTo("REFUNDED");
    assertThat(shop.next().genuine()).isTrue();

    String id = authorize("reordered", "tok_webhook_reordered").text("id");
    move(id, "capture", "c", 5_000);
    assertThat(shop.next().type()).isEqualTo("CAPTURED");
    assertThat(shop.next().type()).isEqualTo("AUTHORIZED");
  }

  @Test
  void failsAsTheControlSays() throws IOException {
    control.post("control/faults", Map.of("operation", "authorize", "fault", "error", "times", 2));

    assertThat(authorize("a", "tok_ok").status()).isEqualTo(503);
    assertThat(authorize("b", "tok_ok").status()).isEqualTo(503);
    assertThat(authorize("b", "tok_ok").status()).isEqualTo(200);
    assertThat(control.put("control/latency", Map.of("millis", 50)).text("latencyMillis"))
        .isEqualTo("50");
    assertThat(client.get("control").status()).isEqualTo(401);
    assertThat(control.get("payments?key=b").status()).isEqualTo(401);
  }

  @Test
  void takesAPaymentBackForTheBuyersBank() throws IOException {
    String id = authorize("k", "tok_ok").text("id");
    move(id, "capture", "c", 5_000);
    shop.next();
    shop.next();

    String dispute = control.post("control/payments/k/dispute", Map.of()).text("id");

    ListeningShop.Heard opened = shop.next();
    assertThat(opened.type()).isEqualTo("DISPUTE_OPENED");
    assertThat(opened.notice().path("dispute").asText()).isEqualTo(dispute);
    assertThat(move(id, "refund", "r", 1_000).text("reason")).isEqualTo("disputed");
    assertThat(control.post("control/disputes/" + dispute + "/win", Map.of()).text("state"))
        .isEqualTo("WON");
    assertThat(shop.next().type()).isEqualTo("DISPUTE_WON");
    assertThat(client.get("movements?from=0&to=9999999999999").body().path("items"))
        .extracting(move -> move.path("kind").asText())
        .containsExactly("CAPTURE", "DISPUTE", "DISPUTE_WON");
  }

  @Test
  void remembersEverythingAfterACrash() throws IOException {
    String id = authorize("k", "tok_ok").text("id");
    move(id, "capture", "c", 5_000);
    String pending = client.post("payouts", payout("p", 66_606)).text("id");
    Path journal = folder.resolve("journal.jsonl");
    Path copy = folder.resolve("copy");
    Files.copy(journal, copy);
    sandbox.close();
    Files.copy(copy, journal, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    Files.writeString(journal, "[{\"is\":\"payment\",\"id\":\"pay_to", StandardOpenOption.APPEND);

    open();

    assertThat(client.get("payments/" + id).text("state")).isEqualTo("CAPTURED");
    assertThat(move(id, "capture", "c", 5_000).text("state")).isEqualTo("COMPLETED");
    assertThat(authorize("after", "tok_ok").text("state")).isEqualTo("AUTHORIZED");
    ListeningShop.Heard heard = shop.next();
    while (!heard.type().equals("PAID_OUT")) {
      heard = shop.next();
    }
    assertThat(heard.notice().path("reference").asText()).isEqualTo(pending);
    sandbox.close();
    open();
    assertThat(client.get("payments?key=after").text("state")).isEqualTo("AUTHORIZED");
  }

  @ParameterizedTest
  @CsvSource({
    "POST, payments, 'not json', 400",
    "POST, payments, '{}', 400",
    "POST, payments, '{\"key\":\"k\",\"amount\":0,\"currency\":\"EUR\"}', 400",
    "POST, payments, '{\"key\":\"k\",\"amount\":-5,\"currency\":\"EUR\"}', 400",
    "POST, payments, '{\"key\":\"k\",\"amount\":5,\"currency\":\"XXXX\"}', 400",
    "POST, payments/none/capture, '{\"key\":\"k\",\"amount\":5}', 404",
    "GET, movements, '', 400",
    "GET, nowhere, '', 404"
  })
  void refusesNonsense(String method, String path, String body, int status) throws IOException {
    assertThat(client.send(method, path, body).status()).isEqualTo(status);
  }
}
