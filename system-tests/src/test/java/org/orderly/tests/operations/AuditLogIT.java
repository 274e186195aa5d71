package org.orderly.tests.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orderly.tests.support.Api;
import org.orderly.tests.support.Eventually;
import org.orderly.tests.support.RunningShop;
import org.orderly.tests.support.ShopDatabases;
import org.orderly.tests.support.Shopper;
import org.orderly.tests.support.TestProducts;

/** Who did what is noted, and nobody rewrites the notes unseen. */
@ExtendWith(RunningShop.class)
class AuditLogIT {

  private static final String LOG = "admin/audit-log";

  @Test
  void tellsWhoChangedTheStockFromWhereAndInWhichRequest() {
    TestProducts tea = TestProducts.listed("5.00", "EUR", 10, null);
    // notes of two databases arrive in any order
    Eventually.see("the listing", () -> log("subject=" + tea.id()), page -> page.size() == 1);
    String request = "audit-" + UUID.randomUUID();
    adjust(tea, request);
    JsonNode entry =
        Eventually.see("an entry", () -> log("requestId=" + request), page -> page.size() == 1)
            .get(0);
    assertThat(entry.get("action").asText()).isEqualTo("stock.adjusted");
    assertThat(entry.get("subject").asText()).isEqualTo(tea.id().toString());
    assertThat(entry.get("actor").asText()).isEqualTo(RunningShop.admin().id().toString());
    assertThat(entry.get("address").asText()).isEqualTo("127.0.0.1");
    assertThat(entry.at("/before/onHand").asInt()).isEqualTo(10);
    assertThat(entry.at("/after/onHand").asInt()).isEqualTo(7);
    assertThat(entry.at("/after/reason").asText()).isEqualTo("broken");
    assertThat(log("subject=" + tea.id()).findValuesAsText("action"))
        .containsExactly("stock.adjusted", "product.listed");
    assertThat(log("subject=" + tea.id() + "&action=product.").size()).isEqualTo(1);
    assertThat(log("subject=" + tea.id() + "&to=2020-01-01T00:00:00Z").size()).isZero();
  }

  @Test
  void tellsOfActsThatNoTransactionCoversBeforeAndAfter() {
    RunningShop.admin().send("POST", "admin/dead-letters/replay", Map.of()).expect(200);
    JsonNode entries = log("action=dead-letters.&limit=2");
    assertThat(entries.findValuesAsText("action"))
        .containsExactly("dead-letters.replay.done", "dead-letters.replay.begun");
    assertThat(entries.get(0).at("/after/replayed").asInt()).isZero();
  }

  @Test
  void namesAnEntryThatSomebodyRewrote() throws SQLException {
    TestProducts tea = TestProducts.listed("5.00", "EUR", 10, null);
    long seq =
        Eventually.see("an entry", () -> log("subject=" + tea.id()), page -> page.size() == 1)
            .get(0)
            .get("seq")
            .asLong();
    JsonNode sound = verify("");
    assertThat(sound.get("ok").asBoolean()).as(sound.toString()).isTrue();
    assertThat(sound.get("complete").asBoolean()).isTrue();
    assertThat(sound.get("entries").asLong()).isGreaterThanOrEqualTo(seq);
    rewrite("update audit_entry set actor = actor || 'x' where seq = " + seq);
    try {
      JsonNode verdict = verify("");
      assertThat(verdict.get("ok").asBoolean()).isFalse();
      assertThat(verdict.get("firstBroken").asLong()).isEqualTo(seq);
    } finally {
      rewrite("update audit_entry set actor = rtrim(actor, 'x') where seq = " + seq);
    }
    JsonNode last = sound.get("last");
    JsonNode since =
        verify("?anchor=" + last.get("seq").asText() + ":" + last.get("hash").asText());
    assertThat(since.get("ok").asBoolean()).isTrue();
  }

  private static void adjust(TestProducts testProducts, String requestId) {
    Shopper admin = RunningShop.admin();
    String body = Api.text(Map.of("quantity", -3, "reason", "broken"));
    admin
        .api()
        .send(
            Api.json(
                admin
                    .request("inventory/" + testProducts.id() + "/adjustments")
                    .header("X-Request-Id", requestId),
                "POST",
                body))
        .expect(201);
  }

  private static JsonNode log(String query) {
    return RunningShop.admin().get(LOG + "?" + query).expect(200).get("items");
  }

  private static JsonNode verify(String query) {
    return RunningShop.admin().get(LOG + "/verify" + query).expect(200);
  }

  /** As the owner of the database can. */
  private static void rewrite(String change) throws SQLException {
    try (Connection connection = ShopDatabases.connect("identity");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "alter table audit_entry disable trigger user; "
              + change
              + "; alter table audit_entry enable trigger user");
    }
  }
}
