package org.orderly.commit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every state of a transaction by everything that a branch can be told in it. */
class TransactionStatesTest {

  private final byte[] global = UUID.randomUUID().toString().getBytes();
  private final RecordedBranch ordering = new RecordedBranch(TransactionRole.DECISION);
  private final RecordedBranch payment = new RecordedBranch(TransactionRole.MEMBER);
  private final RecordedBranch inventory = new RecordedBranch(TransactionRole.MEMBER);
  private final List<RecordedBranch> all = List.of(ordering, payment, inventory);
  private final List<Xid> xids =
      List.of(
          new Id(global, new byte[] {0}),
          new Id(global, new byte[] {1}),
          new Id(global, new byte[] {2}));

  private record Id(byte[] getGlobalTransactionId, byte[] getBranchQualifier) implements Xid {
    @Override
    public int getFormatId() {
      return 1;
    }
  }

  private Xid xid(RecordedBranch branch) {
    return xids.get(all.indexOf(branch));
  }

  private RecordedBranch named(String name) {
    return name.equals("ordering") ? ordering : payment;
  }

  /** Everybody is prepared, and then it goes on until the transaction is in this state. */
  private void reach(String state) throws XAException {
    for (RecordedBranch branch : all) {
      branch.gate.start(xid(branch), XAResource.TMNOFLAGS);
      branch.gate.end(xid(branch), XAResource.TMSUCCESS);
    }
    for (RecordedBranch branch : all) {
      branch.gate.prepare(xid(branch));
    }
    switch (state) {
      case "committed" -> tell(inventory, "commit");
      case "unknown" -> {
        ordering.failing = "commit in one phase";
        assertThat(tell(inventory, "commit")).isFalse();
        ordering.failing = "";
      }
      case "aborted" -> tell(inventory, "rollback");
      default -> assertThat(state).isEqualTo("undecided");
    }
  }

  /** Returns whether the branch did as it was told. */
  private boolean tell(RecordedBranch branch, String what) {
    try {
      if (what.equals("commit")) {
        branch.gate.commit(xid(branch), false);
      } else {
        branch.gate.rollback(xid(branch));
      }
      return true;
    } catch (XAException e) {
      return false;
    }
  }

  @AfterEach
  void everyTransactionIsClosed() {
    for (RecordedBranch branch : all) {
      tell(branch, "rollback");
    }
    assertThat(GlobalTransaction.open()).isZero();
  }

  @ParameterizedTest(name = "{0}: {1} is told to {2}: obeys {3}, the database sees {4}")
  @CsvSource({
    "undecided, payment,  commit,   true,  commit prepared",
    "undecided, payment,  rollback, true,  rollback",
    "undecided, ordering, commit,   true,  commit in one phase",
    "undecided, ordering, rollback, true,  rollback",
    "committed, payment,  commit,   true,  commit prepared",
    "committed, payment,  rollback, false, nothing",
    "committed, ordering, commit,   true,  commit in one phase",
    "committed, ordering, rollback, false, commit in one phase",
    "unknown,   payment,  commit,   false, nothing",
    "unknown,   payment,  rollback, false, nothing",
    "unknown,   ordering, commit,   false, commit in one phase",
    "unknown,   ordering, rollback, false, commit in one phase",
    "aborted,   payment,  commit,   false, nothing",
    "aborted,   payment,  rollback, true,  rollback",
    "aborted,   ordering, commit,   false, nothing",
    "aborted,   ordering, rollback, true,  rollback",
  })
  void obeysOnlyWhatTheDecisionAllows(
      String state, String branch, String what, boolean obeys, String seen) throws XAException {
    reach(state);
    RecordedBranch told = named(branch);
    assertThat(tell(told, what)).isEqualTo(obeys);
    List<String> ends =
        told.calls.stream()
            .filter(call -> call.startsWith("commit") || call.startsWith("rollback"))
            .toList();
    assertThat(ends).isEqualTo(seen.equals("nothing") ? List.of() : List.of(seen));
  }
}
