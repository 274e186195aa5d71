package org.orderly.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.XAConnection;
import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.xa.PGXADataSource;

/** The gate on real databases: what stands in them after each way to end. */
class FencedBranchesDatabaseTest {

  private static final String EFFECT = "insert into effect values ('x')";

  private static ThreeDatabases databases;
  private final byte[] global = UUID.randomUUID().toString().getBytes();
  private final List<Branch> branches = new ArrayList<>();

  private record Id(byte[] getGlobalTransactionId, byte[] getBranchQualifier) implements Xid {
    @Override
    public int getFormatId() {
      return 1;
    }
  }

  /** One database in the transaction. */
  private record Branch(XAConnection pooled, Connection session, XAResource gate, Xid xid) {

    void execute(String sql) throws SQLException {
      try (Statement statement = session.createStatement()) {
        statement.execute(sql);
      }
    }

    void end() throws XAException {
      gate.end(xid, XAResource.TMSUCCESS);
    }

    int prepare() throws XAException {
      return gate.prepare(xid);
    }

    void commit() throws XAException {
      gate.commit(xid, false);
    }

    void rollback() throws XAException {
      gate.rollback(xid);
    }
  }

  @BeforeAll
  static void start() throws Exception {
    databases = new ThreeDatabases();
  }

  @AfterAll
  static void stop() throws Exception {
    databases.close();
  }

  @BeforeEach
  void empty() throws SQLException {
    for (String database : List.of("ordering", "payment", "inventory")) {
      databases.execute(database, "truncate effect");
    }
    databases.execute("ordering", "truncate tx_decision");
  }

  @AfterEach
  void everyTransactionIsClosed() throws Exception {
    for (Branch branch : branches) {
      try {
        branch.rollback();
      } catch (XAException e) {
        // decided already
      }
      branch.pooled.close();
    }
    assertThat(GlobalTransaction.open()).isZero();
  }

  private Branch enlist(String database) throws Exception {
    PGXADataSource source =
        database.equals("ordering") ? new DecisionDataSource() : new MemberDataSource();
    RecoverableDatabase place = databases.database(database);
    source.setUrl(place.url());
    XAConnection pooled = source.getXAConnection(place.user(), place.password());
    Id xid = new Id(global, (database + branches.size()).getBytes());
    Branch branch = new Branch(pooled, pooled.getConnection(), pooled.getXAResource(), xid);
    branches.add(branch);
    branch.gate.start(xid, XAResource.TMNOFLAGS);
    branch.execute(EFFECT);
    return branch;
  }

  private static void refuses(Branch branch) {
    assertThatThrownBy(branch::prepare)
        .isInstanceOfSatisfying(
            XAException.class,
            refusal -> assertThat(refusal.errorCode).isEqualTo(XAException.XAER_RMERR));
  }

  private static void assertThatNothingHappened() throws SQLException {
    for (String database : List.of("ordering", "payment", "inventory")) {
      assertThat(databases.count(database, "effect")).as(database).isZero();
      assertThat(databases.count(database, "pg_prepared_xacts")).as(database).isZero();
    }
    assertThat(databases.count("ordering", "tx_decision where outcome = 'C'")).isZero();
  }

  @Test
  void commitsAllThreeAndLeavesTheMarker() throws Exception {
    Branch ordering = enlist("ordering");
    Branch payment = enlist("payment");
    Branch inventory = enlist("inventory");
    for (Branch branch : branches) {
      branch.end();
    }
    for (Branch branch : branches) {
      assertThat(branch.prepare()).isEqualTo(XAResource.XA_OK);
    }
    assertThat(databases.count("postgres", "pg_prepared_xacts")).isEqualTo(2);
    ordering.commit();
    payment.commit();
    inventory.commit();
    for (String database : List.of("ordering", "payment", "inventory")) {
      assertThat(databases.count(database, "effect")).as(database).isOne();
    }
    assertThat(databases.count("ordering", "tx_decision where outcome = 'C'")).isOne();
    assertThat(databases.count("postgres", "pg_prepared_xacts")).isZero();
  }

  @Test
  void rollsBothMembersBackWhenNoDatabaseCanDecide() throws Exception {
    Branch payment = enlist("payment");
    Branch inventory = enlist("inventory");
    payment.end();
    inventory.end();
    refuses(payment);
    inventory.rollback();
    assertThatNothingHappened();
  }

  @Test
  void rollsEverythingBackWhenAMemberSwallowedAFailedStatement() throws Exception {
    Branch ordering = enlist("ordering");
    Branch payment = enlist("payment");
    assertThatThrownBy(() -> payment.execute("select 1/0")).isInstanceOf(SQLException.class);
    ordering.end();
    payment.end();
    assertThat(ordering.prepare()).isEqualTo(XAResource.XA_OK);
    refuses(payment);
    ordering.rollback();
    assertThatNothingHappened();
  }

  @Test
  void rollsEverythingBackWhenOrderingSwallowedAFailedStatement() throws Exception {
    Branch ordering = enlist("ordering");
    Branch payment = enlist("payment");
    assertThatThrownBy(() -> ordering.execute("select 1/0")).isInstanceOf(SQLException.class);
    ordering.end();
    payment.end();
    assertThat(payment.prepare()).isEqualTo(XAResource.XA_OK);
    refuses(ordering);
    payment.rollback();
    assertThatNothingHappened();
  }

  @Test
  void refusesToBeDecidedInTwoPlaces() throws Exception {
    Branch ordering = enlist("ordering");
    assertThatThrownBy(() -> enlist("ordering"))
        .isInstanceOfSatisfying(
            XAException.class,
            refusal -> assertThat(refusal.errorCode).isEqualTo(XAException.XAER_RMERR));
    ordering.end();
    ordering.rollback();
    assertThatNothingHappened();
  }

  @Test
  void losesAgainstATombstone() throws Exception {
    Branch ordering = enlist("ordering");
    Branch payment = enlist("payment");
    databases.execute(
        "ordering",
        "insert into tx_decision (global_id, outcome) values ('"
            + GlobalId.of(ordering.xid)
            + "', 'A')");
    ordering.end();
    payment.end();
    assertThat(payment.prepare()).isEqualTo(XAResource.XA_OK);
    refuses(ordering);
    payment.rollback();
    assertThatNothingHappened();
  }
}
