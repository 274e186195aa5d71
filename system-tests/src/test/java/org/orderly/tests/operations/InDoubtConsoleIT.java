package org.orderly.tests.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orderly.commit.InDoubtResolver;
import org.orderly.tests.support.Api;
import org.orderly.tests.support.Eventually;
import org.orderly.tests.support.RunningShop;
import org.orderly.tests.support.ShopDatabases;

/**
 * Branches that a crash would have left, made by hand. The resolver's own claim is held meanwhile,
 * so that only the admin resolves them.
 */
@ExtendWith(RunningShop.class)
class InDoubtConsoleIT {

  private static final String RESOLVE = "admin/transactions/in-doubt/resolve";

  private Connection claim;

  /** A branch that would leave one row behind. */
  private record Branch(String globalId, UUID row) {

    static Branch prepared() throws SQLException {
      String name = UUID.randomUUID().toString();
      Branch branch = new Branch(base64(name), UUID.randomUUID());
      String insert =
          "insert into idempotency_key (caller, operation, key, fingerprint, answer)"
              + " values ('%s', 'test', 'test', '', '')".formatted(branch.row);
      run("payment", "begin", insert, "prepare transaction '" + branch.gid() + "'");
      return branch;
    }

    String gid() {
      return "1_" + globalId + "_" + base64("test,1");
    }

    boolean isCommitted() {
      return ShopDatabases.count(
              "payment", "select count(*) from idempotency_key where caller = ?", row)
          == 1;
    }

    boolean isPrepared() {
      return ShopDatabases.count(
              "payment", "select count(*) from pg_prepared_xacts where gid = ?", gid())
          == 1;
    }

    private static String base64(String text) {
      return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  @BeforeEach
  void keepTheResolverAway() throws SQLException {
    claim = ShopDatabases.connect("payment");
    try (Statement statement = claim.createStatement()) {
      statement.execute("select pg_advisory_lock(" + InDoubtResolver.CLAIMED + ")");
    }
  }

  @AfterEach
  void letTheResolverIn() throws SQLException {
    claim.close();
  }

  @Test
  void showsWhatTheEvidenceSaysAndAppliesTheRule() throws SQLException {
    Branch committed = Branch.prepared();
    Branch aborted = Branch.prepared();
    Branch undecided = Branch.prepared();
    decide(committed, "C");
    decide(aborted, "A");

    assertThat(shown(committed).get("evidence").asText()).isEqualTo("COMMITTED");
    assertThat(shown(committed).get("rule").asText()).isEqualTo("commit");
    assertThat(shown(aborted).get("evidence").asText()).isEqualTo("ABORTED");
    JsonNode open = shown(undecided);
    assertThat(open.get("evidence").asText()).isEqualTo("UNDECIDED");
    assertThat(open.at("/branches/0/database").asText()).isEqualTo("payment");
    assertThat(open.at("/branches/0/gid").asText()).isEqualTo(undecided.gid());

    assertThat(resolve(committed)).isEqualTo("COMMITTED");
    assertThat(resolve(aborted)).isEqualTo("ROLLED_BACK");
    assertThat(resolve(undecided)).isEqualTo("ROLLED_BACK");
    assertThat(committed.isCommitted()).isTrue();
    assertThat(aborted.isCommitted()).isFalse();
    assertThat(undecided.isCommitted()).isFalse();
    assertThat(
            ShopDatabases.one(
                "ordering",
                "select outcome from tx_decision where global_id = ?",
                undecided.globalId()))
        .isEqualTo("A");
    assertThatHistoryTells(undecided, "ROLLED_BACK");
    assertThat(post(Map.of("globalId", undecided.globalId())).status()).isEqualTo(404);
  }

  @Test
  void leavesWhatALiveSessionIsAboutToDecide() throws SQLException {
    Branch branch = Branch.prepared();
    try (Connection live = ShopDatabases.connect("ordering");
        Statement statement = live.createStatement()) {
      live.setAutoCommit(false);
      statement.execute(
          "insert into tx_decision (global_id, outcome) values ('%s', 'C')"
              .formatted(branch.globalId()));
      Eventually.see(
          "a marker that is held",
          () -> shown(branch).get("evidence").asText(),
          evidence -> evidence.equals("MARKER_HELD"));
      assertThat(resolve(branch)).isEqualTo("LEFT");
      assertThat(branch.isPrepared()).isTrue();
      live.commit();
    }
    assertThat(shown(branch).get("evidence").asText()).isEqualTo("COMMITTED");
    assertThat(resolve(branch)).isEqualTo("COMMITTED");
    assertThat(branch.isCommitted()).isTrue();
  }

  @Test
  void endsAllThatIsOldWhenNoneIsNamed() throws SQLException {
    Branch branch = Branch.prepared();
    decide(branch, "C");
    Eventually.see(
        "that it is old enough",
        () -> post(Map.of()).expect(200).get("branches").toString(),
        ended -> ended.contains(branch.globalId()));
    assertThat(branch.isCommitted()).isTrue();
  }

  @Test
  void leavesToTheResolverWhatNobodyAsksFor() throws SQLException {
    Branch branch = Branch.prepared();
    decide(branch, "C");
    claim.close();
    Eventually.see("its end", branch::isPrepared, prepared -> !prepared);
    assertThat(branch.isCommitted()).isTrue();
  }

  @Test
  void neverTouchesWhatSomebodyElsePrepared() throws SQLException {
    run("payment", "begin", "prepare transaction 'somebody-elses'");
    try {
      JsonNode items =
          RunningShop.admin().get("admin/transactions/in-doubt").expect(200).get("items");
      assertThat(items.toString()).contains("FOREIGN").contains("somebody-elses");
      assertThat(post(Map.of()).expect(200).toString()).doesNotContain("somebody-elses");
    } finally {
      run("payment", "rollback prepared 'somebody-elses'");
    }
  }

  private static void assertThatHistoryTells(Branch branch, String action) {
    JsonNode last = RunningShop.admin().get("admin/transactions/resolutions?limit=1").expect(200);
    JsonNode entry = last.at("/items/0");
    assertThat(entry.get("globalId").asText()).isEqualTo(branch.globalId());
    assertThat(entry.get("action").asText()).isEqualTo(action);
    assertThat(entry.get("askedBy").asText()).isEqualTo(RunningShop.admin().id().toString());
    String older =
        "admin/transactions/resolutions?limit=1&cursor=" + last.get("nextCursor").asText();
    assertThat(RunningShop.admin().get(older).expect(200).at("/items/0/globalId").asText())
        .isNotEqualTo(branch.globalId());
  }

  private static JsonNode shown(Branch branch) {
    JsonNode items =
        RunningShop.admin().get("admin/transactions/in-doubt").expect(200).get("items");
    return StreamSupport.stream(items.spliterator(), false)
        .filter(item -> branch.globalId().equals(item.get("globalId").asText()))
        .findAny()
        .orElseThrow(() -> new AssertionError(branch + " is not among " + items));
  }

  private static String resolve(Branch branch) {
    JsonNode outcome = post(Map.of("globalId", branch.globalId())).expect(200);
    assertThat(outcome.get("unreachable")).isEmpty();
    return outcome.at("/branches/0/action").asText();
  }

  private static Api.Answer post(Map<String, String> body) {
    return RunningShop.admin().send("POST", RESOLVE, body);
  }

  private static void decide(Branch branch, String outcome) throws SQLException {
    run(
        "ordering",
        "insert into tx_decision (global_id, outcome) values ('%s', '%s')"
            .formatted(branch.globalId(), outcome));
  }

  private static void run(String domain, String... statements) throws SQLException {
    try (Connection connection = ShopDatabases.connect(domain);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
