package org.orderly.tests.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orderly.tests.support.Api.Answer;
import org.orderly.tests.support.Eventually;
import org.orderly.tests.support.IntegrityChecks;
import org.orderly.tests.support.RunningShop;
import org.orderly.tests.support.ShopDatabases;
import org.orderly.tests.support.Shopper;
import org.orderly.tests.support.TestProducts;

/**
 * The books: what they add up to, who reads them, how they are corrected, and that none is forged.
 */
@ExtendWith(RunningShop.class)
class LedgerIT {

  private static final String LEDGER = "admin/ledger/";

  @Test
  void addsUpInEveryCurrencyAndCanBeWrong() throws SQLException {
    Shopper ann = Shopper.registered(RunningShop.api()).deposit("10.00", "EUR");
    ann.deposit("700", "JPY");
    assertThat(trialBalance().get("balanced").asBoolean()).isTrue();
    for (JsonNode side : trialBalance().get("currencies")) {
      assertThat(new BigDecimal(side.get("debits").asText()))
          .isEqualByComparingTo(side.get("credits").asText())
          .isNotNegative();
    }
    forge("account", "update account set balance = balance + 1 where owner = '" + ann.id() + "'");
    try {
      assertThat(trialBalance().get("balanced").asBoolean()).isFalse();
    } finally {
      forge("account", "update account set balance = balance - 1 where owner = '" + ann.id() + "'");
    }
    assertThat(trialBalance().get("balanced").asBoolean()).isTrue();
  }

  @Test
  void statementRunsAlongAndIsNarrowed() {
    Shopper ann = Shopper.registered(RunningShop.api()).deposit("10.00", "EUR");
    ann.deposit("5.00", "USD");
    ann.send("POST", "balance/withdraw", amount("4.00", "EUR")).expect(201);
    ann.deposit("1.50", "EUR");

    JsonNode all = ann.get("balance/transactions").expect(200).get("items");
    assertThat(all.findValuesAsText("kind"))
        .containsExactly("DEPOSIT", "WITHDRAWAL", "DEPOSIT", "DEPOSIT");
    assertThat(all)
        .extracting(entry -> entry.at("/balance/amount").asText())
        .containsExactly("7.50", "6.00", "5.00", "10.00");
    JsonNode first = ann.get("balance/transactions?currency=EUR&limit=2").expect(200);
    assertThat(first.get("items"))
        .extracting(entry -> entry.at("/amount/amount").asText())
        .containsExactly("1.50", "-4.00");
    String rest =
        "balance/transactions?currency=EUR&limit=2&cursor=" + first.get("nextCursor").asText();
    assertThat(ann.get(rest).expect(200).get("items"))
        .extracting(entry -> entry.at("/balance/amount").asText())
        .containsExactly("10.00");
    assertThat(ann.get("balance/transactions?kind=withdrawal").expect(200).get("items")).hasSize(1);
    assertThat(ann.get("balance/transactions?to=2020-01-01T00:00:00Z").expect(200).get("items"))
        .isEmpty();
    for (String bad : List.of("kind=gift", "currency=EURO", "from=yesterday", "cursor=x")) {
      assertThat(ann.get("balance/transactions?" + bad).status()).as(bad).isEqualTo(400);
    }
  }

  @Test
  void showsAdminsWhereMoneyWent() {
    Shopper ann = Shopper.registered(RunningShop.api()).deposit("10.00", "EUR");
    JsonNode wallet = admin("accounts?kind=wallet&owner=" + ann.id()).at("/items/0");
    assertThat(wallet.at("/balance/amount").asText()).isEqualTo("10.00");
    String account = wallet.get("id").asText();
    JsonNode posting = admin("accounts/" + account + "/postings").at("/items/0");
    assertThat(posting.get("kind").asText()).isEqualTo("DEPOSIT");
    JsonNode entry =
        admin("transactions?kind=DEPOSIT&reference=" + posting.get("reference").asText())
            .at("/items/0");
    assertThat(entry.get("actor").asText()).isEqualTo(ann.id().toString());
    assertThat(entry.at("/postings/0/source/kind").asText()).isEqualTo("GATEWAY");
    assertThat(entry.at("/postings/0/destination/account").asText()).isEqualTo(account);
    assertThat(admin("transactions/" + entry.get("id").asText()).get("reference"))
        .isEqualTo(entry.get("reference"));
    assertThat(RunningShop.admin().get(LEDGER + "transactions/" + UUID.randomUUID()).status())
        .isEqualTo(404);
    assertThat(RunningShop.admin().get(LEDGER + "accounts/" + UUID.randomUUID()).status())
        .isEqualTo(404);
  }

  @Test
  void correctsByReversalOnceAndNeverOverdraws() {
    Shopper ann = Shopper.registered(RunningShop.api());
    String spent = deposit(ann, "10.00");
    ann.send("POST", "balance/withdraw", amount("8.00", "EUR")).expect(201);
    Answer overdrawn = reverse(spent, null);
    assertThat(overdrawn.status()).isEqualTo(409);
    assertThat(overdrawn.code()).isEqualTo("insufficient-funds");

    String unspent = deposit(ann, "5.00");
    JsonNode reversal = reverse(unspent, "r-" + unspent).expect(201);
    assertThat(reversal.get("kind").asText()).isEqualTo("REVERSAL");
    assertThat(reversal.get("reference").asText()).isEqualTo(unspent);
    assertThat(reverse(unspent, "r-" + unspent).expect(201)).isEqualTo(reversal);
    assertThat(reverse(unspent, null).code()).isEqualTo("transaction-already-reversed");
    assertThat(reverse(reversal.get("id").asText(), null).code())
        .isEqualTo("transaction-not-reversible");
    assertThat(ann.get("balance").expect(200).at("/balances/0/amount").asText()).isEqualTo("2.00");
    String transfer = admin("transactions/" + unspent).get("reference").asText();
    assertThat(ann.get("balance/transfers/" + transfer).expect(200).get("status").asText())
        .isEqualTo("REVERSED");
    JsonNode noted =
        Eventually.see(
            "a note",
            () ->
                RunningShop.admin()
                    .get("admin/audit-log?subject=" + unspent)
                    .expect(200)
                    .get("items"),
            notes -> notes.size() == 1);
    assertThat(noted.at("/0/action").asText()).isEqualTo("ledger.transaction.reversed");
    IntegrityChecks.assertThatAllPass();
  }

  @Test
  void reversesNothingThatAPaymentOrTransferStandsFor() {
    TestProducts tea = TestProducts.listed("1.00", "EUR", 5, null);
    Shopper ann = Shopper.registered(RunningShop.api()).deposit("10.00", "EUR");
    ann.send("POST", "orders", Shopper.orderRequest(tea, 1)).expect(201);
    ann.send("POST", "balance/withdraw", amount("4.00", "EUR")).expect(201);
    String account = admin("accounts?kind=wallet&owner=" + ann.id()).at("/items/0/id").asText();
    for (String kind : List.of("CHARGE", "WITHDRAWAL")) {
      String id =
          ShopDatabases.one(
              "payment",
              "select t.id from ledger_transaction t join posting p on p.transaction_id = t.id"
                  + " where p.source = ? and t.kind = ?",
              UUID.fromString(account),
              kind);
      Answer refused = reverse(id, null);
      assertThat(refused.status()).as(kind).isEqualTo(422);
      assertThat(refused.code()).isEqualTo("transaction-not-reversible");
      assertThat(refused.body().get("detail").asText()).contains("would say something else");
    }
  }

  /** Each column of each row that is sealed, whatever is done to it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ledger_transaction|kind = 'CAPTURE'|kind = 'DEPOSIT'",
        "ledger_transaction|reference = payment_id_of_nobody()|reference = reference_kept()",
        "ledger_transaction|payment_id = gen_random_uuid()|payment_id = null",
        "ledger_transaction|actor = concat(actor, 'x')|actor = rtrim(actor, 'x')",
        "ledger_transaction|reason = 'gift'|reason = null",
        "ledger_transaction|occurred_at = occurred_at + interval '1 microsecond'|occurred_at = occurred_at - interval '1 microsecond'",
        "posting|amount = amount + 1|amount = amount - 1",
        "posting|source = destination, destination = source|source = destination, destination = source",
        "account|owner = gen_random_uuid()|owner = owner_kept()",
        "ledger_seal|hash = sha256(hash)|hash = hash_kept()",
        "ledger_seal|previous = sha256(previous)|previous = previous_kept()",
      })
  void findsWhatWasChanged(String table, String change, String back) throws SQLException {
    Sealed sealed = Sealed.any();
    forge(table, sealed.update(table, change));
    try {
      JsonNode verdict = admin("verify");
      assertThat(verdict.get("ok").asBoolean()).isFalse();
      assertThat(verdict.get("firstBroken").asLong()).isEqualTo(sealed.seq());
    } finally {
      forge(table, sealed.update(table, back));
    }
    assertThat(admin("verify").get("ok").asBoolean()).isTrue();
  }

  @Test
  void findsWhatIsMissingAndWhatWasSlippedIn() throws SQLException {
    Sealed sealed = Sealed.deposit();
    expectBroken(
        sealed.seq(),
        "posting",
        "create table kept as select * from posting where transaction_id = '"
            + sealed.id()
            + "';"
            + " delete from posting where transaction_id = '"
            + sealed.id()
            + "'",
        "insert into posting overriding system value select * from kept; drop table kept");
    expectBroken(
        sealed.seq(),
        "ledger_seal",
        "create table kept as select * from ledger_seal where seq >= "
            + sealed.seq()
            + ";"
            + " delete from ledger_seal where seq >= "
            + sealed.seq(),
        "insert into ledger_seal select * from kept; drop table kept");
    String slipped = UUID.randomUUID().toString();
    forge(
        "ledger_transaction",
        "insert into ledger_transaction (id, kind, reference, occurred_at) values ('"
            + slipped
            + "', 'FEE', '"
            + slipped
            + "', now())");
    try {
      JsonNode verdict = admin("verify");
      assertThat(verdict.get("ok").asBoolean()).isFalse();
      assertThat(verdict.get("strays").asLong()).isEqualTo(1);
      assertThat(verdict.get("firstStray").asText()).isEqualTo(slipped);
    } finally {
      forge("ledger_transaction", "delete from ledger_transaction where id = '" + slipped + "'");
    }
    JsonNode sound = admin("verify");
    assertThat(sound.get("ok").asBoolean()).as(sound.toString()).isTrue();
    String anchor = sound.at("/last/seq").asText() + ":" + sound.at("/last/hash").asText();
    assertThat(admin("verify?anchor=" + anchor).get("ok").asBoolean()).isTrue();
    assertThat(RunningShop.admin().get(LEDGER + "verify?anchor=1:2").status()).isEqualTo(400);
  }

  private static void expectBroken(long seq, String table, String change, String back)
      throws SQLException {
    forge(table, change);
    try {
      JsonNode verdict = admin("verify");
      assertThat(verdict.get("ok").asBoolean()).isFalse();
      assertThat(verdict.get("firstBroken").asLong()).isEqualTo(seq);
    } finally {
      forge(table, back);
    }
    assertThat(admin("verify").get("ok").asBoolean()).isTrue();
  }

  /** A deposit that has its seal, and what of it cannot be computed back. */
  private record Sealed(
      String id, long seq, String reference, String owner, String hash, String previous) {

    private static Sealed kept;

    /** The same each time, since each change is taken back. */
    static Sealed any() {
      if (kept == null) {
        kept = deposit();
      }
      return kept;
    }

    static Sealed deposit() {
      Shopper ann = Shopper.registered(RunningShop.api());
      String id = LedgerIT.deposit(ann, "3.00");
      JsonNode entry =
          Eventually.see(
              "a seal", () -> admin("transactions/" + id), found -> !found.get("seal").isNull());
      long seq = entry.get("seal").asLong();
      String seal = "select encode(%s, 'hex') from ledger_seal where seq = ?";
      return new Sealed(
          id,
          seq,
          entry.get("reference").asText(),
          ann.id().toString(),
          ShopDatabases.one("payment", seal.formatted("hash"), seq),
          ShopDatabases.one("payment", seal.formatted("previous"), seq));
    }

    String update(String table, String change) {
      String where =
          switch (table) {
            case "ledger_transaction" -> "id = '" + id + "'";
            case "posting" -> "transaction_id = '" + id + "'";
            case "ledger_seal" -> "seq = " + seq;
            default -> "id = (select destination from posting where transaction_id = '" + id + "')";
          };
      String set =
          change
              .replace("payment_id_of_nobody()", "gen_random_uuid()")
              .replace("reference_kept()", "'" + reference + "'")
              .replace("owner_kept()", "'" + owner + "'")
              .replace("hash_kept()", "decode('" + hash + "', 'hex')")
              .replace("previous_kept()", "decode('" + previous + "', 'hex')");
      return "update " + table + " set " + set + " where " + where;
    }
  }

  /** Its transaction in the ledger. */
  private static String deposit(Shopper shopper, String amount) {
    String transfer =
        shopper
            .send("POST", "balance/deposit", amount(amount, "EUR"))
            .expect(201)
            .get("id")
            .asText();
    return admin("transactions?kind=DEPOSIT&reference=" + transfer).at("/items/0/id").asText();
  }

  private static Answer reverse(String id, String key) {
    String path = LEDGER + "transactions/" + id + "/reverse";
    Map<String, String> body = Map.of("reason", "booked twice");
    return key == null
        ? RunningShop.admin().send("POST", path, body)
        : RunningShop.admin().post(path, key, body);
  }

  private static Map<String, Object> amount(String amount, String currency) {
    return Map.of("amount", TestProducts.money(amount, currency));
  }

  private static JsonNode trialBalance() {
    return admin("trial-balance");
  }

  private static JsonNode admin(String path) {
    return RunningShop.admin().get(LEDGER + path).expect(200);
  }

  /** As the owner of the database can. */
  private static void forge(String table, String change) throws SQLException {
    try (Connection connection = ShopDatabases.connect("payment");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "alter table %1$s disable trigger user; %2$s; alter table %1$s enable trigger user"
              .formatted(table, change));
    }
  }
}
