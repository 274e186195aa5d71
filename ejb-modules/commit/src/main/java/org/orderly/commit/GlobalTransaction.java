package org.orderly.commit;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.transaction.xa.XAException;
import javax.transaction.xa.Xid;
import org.jspecify.annotations.Nullable;

/**
 * One transaction over several databases as this process sees it, from the first branch to the last
 * word about it.
 *
 * <p>It is undecided until the decision branch is asked to commit, whoever is asked first. From
 * then on it is committed, or unknown if that commit failed in a way that may have reached the
 * database; once any branch has been told to roll back it is aborted and can never be decided
 * otherwise here.
 */
final class GlobalTransaction {

  private enum State {
    UNDECIDED,
    COMMITTED,
    UNKNOWN,
    ABORTED
  }

  /** Commits the decision branch in one phase. */
  interface DecisionBranch {
    void commitDecision() throws XAException;
  }

  private static final Map<String, GlobalTransaction> OPEN = new ConcurrentHashMap<>();

  private final String globalId;
  private @Nullable DecisionBranch decisionBranch;
  private int branches;
  private State state = State.UNDECIDED;

  private GlobalTransaction(String globalId) {
    this.globalId = globalId;
  }

  /** Enters a branch; the first one opens the transaction. */
  static GlobalTransaction enter(Xid xid) {
    return OPEN.compute(
        GlobalId.of(xid),
        (id, open) -> {
          GlobalTransaction transaction = open == null ? new GlobalTransaction(id) : open;
          transaction.branches++;
          return transaction;
        });
  }

  /** A branch has heard its last word; the last one closes the transaction. */
  void leave() {
    OPEN.computeIfPresent(globalId, (id, open) -> --open.branches == 0 ? null : open);
  }

  static int open() {
    return OPEN.size();
  }

  String globalId() {
    return globalId;
  }

  /**
   * @throws XAException if there is a decision branch already: it must be one commit
   */
  synchronized void decidedBy(DecisionBranch branch) throws XAException {
    if (decisionBranch != null) {
      throw XaErrors.of(XAException.XAER_RMERR, "the decision database is enlisted twice");
    }
    decisionBranch = branch;
  }

  /**
   * @throws XAException if no branch could decide this transaction
   */
  synchronized DecisionBranch requireDecisionBranch() throws XAException {
    if (decisionBranch == null) {
      throw XaErrors.of(
          XAException.XAER_RMERR,
          "a transaction over several databases must enlist the decision database");
    }
    return decisionBranch;
  }

  /**
   * Commits the decision, once; returns when it stands.
   *
   * @throws XAException if it does not stand, or nobody here can know
   */
  synchronized void decide() throws XAException {
    DecisionBranch deciding = requireDecisionBranch();
    if (state == State.UNDECIDED) {
      state = State.UNKNOWN;
      deciding.commitDecision();
      state = State.COMMITTED;
    }
    if (state != State.COMMITTED) {
      throw XaErrors.of(XAException.XAER_RMFAIL, "the decision is " + state + " here");
    }
  }

  /**
   * @throws XAException if the decision stands or may stand; the branch is the resolver's then
   */
  synchronized void abort() throws XAException {
    if (state == State.COMMITTED || state == State.UNKNOWN) {
      throw XaErrors.of(XAException.XAER_RMFAIL, "the decision is " + state);
    }
    state = State.ABORTED;
  }
}
