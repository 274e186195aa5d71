package org.orderly.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FencedResourceTest {

  private final byte[] global = UUID.randomUUID().toString().getBytes();
  private final RecordedBranch ordering = new RecordedBranch(TransactionRole.DECISION);
  private final RecordedBranch payment = new RecordedBranch(TransactionRole.MEMBER);
  private final RecordedBranch inventory = new RecordedBranch(TransactionRole.MEMBER);

  private record Branch(byte[] getGlobalTransactionId, byte qualifier) implements Xid {
    @Override
    public int getFormatId() {
      return 1;
    }

    @Override
    public byte[] getGlobalTransactionId() {
      return getGlobalTransactionId;
    }

    @Override
    public byte[] getBranchQualifier() {
      return new byte[] {qualifier};
    }
  }

  private Xid xid(RecordedBranch branch) {
    return new Branch(global, (byte) (branch == ordering ? 0 : branch == payment ? 1 : 2));
  }

  private void enlist(RecordedBranch... branches) throws XAException {
    for (RecordedBranch branch : branches) {
      branch.gate.start(xid(branch), XAResource.TMNOFLAGS);
      branch.gate.end(xid(branch), XAResource.TMSUCCESS);
    }
  }

  private void prepare(RecordedBranch... branches) throws XAException {
    for (RecordedBranch branch : branches) {
      assertThat(branch.gate.prepare(xid(branch))).isEqualTo(XAResource.XA_OK);
    }
  }

  private void commit(RecordedBranch branch) throws XAException {
    branch.gate.commit(xid(branch), false);
  }

  private static void refuses(int code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            XAException.class, refusal -> assertThat(refusal.errorCode).isEqualTo(code));
  }

  @AfterEach
  void everyTransactionIsClosed() throws XAException {
    for (RecordedBranch branch : new RecordedBranch[] {ordering, payment, inventory}) {
      branch.failing = "";
      try {
        branch.gate.rollback(xid(branch));
      } catch (XAException e) {
        // decided already
      }
    }
    assertThat(GlobalTransaction.open()).isZero();
  }

  @Test
  void marksInsteadOfPreparingTheDecisionAndCommitsItInOnePhase() throws XAException {
    enlist(ordering, payment);
    prepare(ordering, payment);
    commit(ordering);
    commit(payment);
    assertThat(ordering.calls).containsExactly("start", "end", "marker", "commit in one phase");
    assertThat(payment.calls).containsExactly("start", "end", "prepare", "commit prepared");
  }

  @Test
  void decidesBeforeAnyMemberCommitsWhateverTheOrderOfAsking() throws XAException {
    enlist(payment, ordering);
    prepare(payment, ordering);
    commit(payment);
    assertThat(ordering.calls).endsWith("commit in one phase");
    assertThat(payment.calls).endsWith("commit prepared");
    commit(ordering);
    assertThat(ordering.calls).containsOnlyOnce("commit in one phase");
  }

  @Test
  void leavesMembersPreparedWhenTheDecisionFails() throws XAException {
    enlist(ordering, payment, inventory);
    prepare(ordering, payment, inventory);
    ordering.failing = "commit in one phase";
    refuses(XAException.XA_HEURHAZ, () -> commit(ordering));
    refuses(XAException.XAER_RMFAIL, () -> commit(payment));
    refuses(XAException.XAER_RMFAIL, () -> inventory.gate.rollback(xid(inventory)));
    assertThat(payment.calls).endsWith("prepare");
    assertThat(inventory.calls).endsWith("prepare");
  }

  @Test
  void leavesAMemberToTheResolverWhenOnlyItsOwnCommitFails() throws XAException {
    enlist(ordering, payment, inventory);
    prepare(ordering, payment, inventory);
    commit(ordering);
    payment.failing = "commit prepared";
    refuses(XAException.XAER_RMFAIL, () -> commit(payment));
    commit(inventory);
    assertThat(inventory.calls).endsWith("commit prepared");
  }

  @Test
  void refusesSeveralDatabasesWithoutTheDecisionDatabase() throws XAException {
    enlist(payment, inventory);
    refuses(XAException.XAER_RMERR, () -> payment.gate.prepare(xid(payment)));
    assertThat(payment.calls).endsWith("rollback").doesNotContain("prepare");
  }

  @Test
  void refusesABranchWhoseStatementFailedUnnoticed() throws XAException {
    enlist(ordering, payment);
    payment.alive = false;
    prepare(ordering);
    refuses(XAException.XAER_RMERR, () -> payment.gate.prepare(xid(payment)));
    assertThat(payment.calls).endsWith("rollback").doesNotContain("prepare");
  }

  @Test
  void cannotCommitAfterAnyBranchWasRolledBack() throws XAException {
    enlist(ordering, payment);
    prepare(ordering, payment);
    payment.gate.rollback(xid(payment));
    refuses(XAException.XA_HEURHAZ, () -> commit(ordering));
    assertThat(ordering.calls).doesNotContain("commit in one phase");
  }

  @Test
  void rollsBackWhenATombstoneStandsInTheWayOfTheMarker() throws XAException {
    enlist(ordering, payment);
    ordering.failing = "marker";
    refuses(XAException.XAER_RMERR, () -> ordering.gate.prepare(xid(ordering)));
    assertThat(ordering.calls).endsWith("rollback");
  }

  @Test
  void letsASingleDatabaseCommitInOnePhase() throws XAException {
    enlist(payment);
    payment.gate.commit(xid(payment), true);
    assertThat(payment.calls).containsExactly("start", "end", "commit in one phase");
  }

  @Test
  void hidesPreparedBranchesFromTheServersRecovery() {
    assertThat(payment.gate.recover(XAResource.TMSTARTRSCAN)).isEmpty();
  }

  @Test
  void readsTheGlobalIdOutOfAPreparedName() {
    Xid xid = xid(payment);
    assertThat(GlobalId.inPrepared("1_" + GlobalId.of(xid) + "_AQ==")).contains(GlobalId.of(xid));
    assertThat(GlobalId.inPrepared("somebody-elses")).isEmpty();
  }
}
