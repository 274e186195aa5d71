package org.orderly.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.transaction.RollbackException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderly.kernel.DomainException;
import org.orderly.testing.Application;

class TransactionsDatabaseTest {

  private static final class Refused extends DomainException {

    private static final long serialVersionUID = 1L;

    Refused() {
      super(Kind.RULE_BROKEN, "refused", "refused");
    }
  }

  @RegisterExtension
  static final Application APP = Application.on("ordering", "inventory", "payment");

  private Transactions transactions;

  @BeforeEach
  void begin() {
    transactions = APP.bean(Transactions.class);
    for (String domain : new String[] {"ordering", "inventory", "payment"}) {
      APP.database(domain).execute("delete from outbox");
    }
  }

  /** Inserts a row through the data source that beans use. */
  private static int insert(String domain, String type) {
    String sql =
        "insert into outbox (event_id, aggregate_id, type, occurred_at, payload)"
            + " values (gen_random_uuid(), gen_random_uuid(), ?, now(), '{}')";
    try (Connection connection = APP.dataSource(domain).getConnection();
        PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setString(1, type);
      return insert.executeUpdate();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static long rows(String domain) {
    return APP.database(domain).count("outbox");
  }

  @Test
  void commitsInAllDatabasesWhenTheWorkReturns() {
    int inserted =
        transactions.required(
            () -> {
              int rows = insert("ordering", "a") + insert("inventory", "a");
              assertThat(rows("ordering") + rows("inventory")).as("before the commit").isZero();
              return rows;
            });
    assertThat(inserted).isEqualTo(2);
    assertThat(rows("ordering")).isEqualTo(1);
    assertThat(rows("inventory")).isEqualTo(1);
  }

  @Test
  void rollsAllDatabasesBackWhenTheDomainRefuses() {
    Refused refused = new Refused();
    assertThatThrownBy(
            () ->
                transactions.required(
                    () -> {
                      insert("ordering", "a");
                      insert("inventory", "a");
                      throw refused;
                    }))
        .isSameAs(refused);
    assertThat(rows("ordering") + rows("inventory")).isZero();
  }

  @Test
  void rollsBackOnAnyOtherFailureAndOnAnError() {
    for (Throwable thrown :
        new Throwable[] {new IllegalStateException(), new StackOverflowError()}) {
      assertThatThrownBy(
              () ->
                  transactions.required(
                      () -> {
                        insert("ordering", "a");
                        throwUnchecked(thrown);
                      }))
          .isSameAs(thrown);
      assertThat(rows("ordering")).as("after %s", thrown).isZero();
    }
  }

  private static void throwUnchecked(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) thrown;
  }

  @Test
  void joinsTheCallersTransaction() {
    assertThatThrownBy(
            () ->
                transactions.required(
                    () -> {
                      transactions.required(() -> insert("ordering", "inner"));
                      throw new Refused();
                    }))
        .isInstanceOf(Refused.class);
    assertThat(rows("ordering")).isZero();
  }

  @Test
  void rollsAllBackWhenAJoinedPartFailsEvenIfTheCallerGoesOn() {
    transactions.required(
        () -> {
          insert("ordering", "outer");
          assertThatThrownBy(() -> transactions.required(this::refuse)).isInstanceOf(Refused.class);
        });
    assertThat(rows("ordering")).isZero();
  }

  private void refuse() {
    throw new Refused();
  }

  @Test
  void keepsANewTransactionWhenTheCallersRollsBack() {
    assertThatThrownBy(
            () ->
                transactions.required(
                    () -> {
                      insert("ordering", "outer");
                      transactions.requiresNew(() -> insert("ordering", "inner"));
                      throw new Refused();
                    }))
        .isInstanceOf(Refused.class);
    assertThat(APP.database("ordering").events()).containsExactly("inner");
  }

  @Test
  void commitsAfterANewTransactionHasFailed() {
    transactions.required(
        () -> {
          insert("ordering", "outer");
          assertThatThrownBy(
                  () ->
                      transactions.requiresNew(
                          () -> {
                            insert("ordering", "inner");
                            throw new Refused();
                          }))
              .isInstanceOf(Refused.class);
        });
    assertThat(APP.database("ordering").events()).containsExactly("outer");
  }

  @Test
  void failsWhenTheCommitFails() {
    assertThatThrownBy(
            () -> transactions.required(() -> insert("inventory", "a") + insert("payment", "a")))
        .as("two databases without the one that decides")
        .satisfies(
            failure ->
                assertThat(failure instanceof RollbackException ? failure : failure.getCause())
                    .isInstanceOf(RollbackException.class));
    assertThat(rows("inventory") + rows("payment")).isZero();
  }

  @Test
  void runsTheWorkWithoutAContainer() {
    Transactions none = new Transactions();
    assertThat(none.required(() -> insert("ordering", "a"))).isEqualTo(1);
    assertThatThrownBy(() -> none.requiresNew(this::refuse)).isInstanceOf(Refused.class);
    assertThat(rows("ordering")).isEqualTo(1);
  }
}
