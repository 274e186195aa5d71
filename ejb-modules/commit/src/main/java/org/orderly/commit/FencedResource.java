package org.orderly.commit;

import java.sql.SQLException;
import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;
import org.jspecify.annotations.Nullable;

/**
 * The gate between the transaction manager and one branch.
 *
 * <p>The manager prepares and commits branches one after the other, and goes on to the next one
 * when a commit fails. So the order in which it asks is a hint at most; this class lets a member
 * commit only after the decision stands, and roll back only while there is none.
 *
 * <p>A transaction on a single database passes through untouched: the manager commits it in one
 * phase.
 */
final class FencedResource implements XAResource {

  private final XAResource driver;
  private final BranchSession branchSession;
  private final TransactionRole transactionRole;
  private @Nullable GlobalTransaction transaction;
  private @Nullable Xid current;

  FencedResource(XAResource driver, BranchSession branchSession, TransactionRole transactionRole) {
    this.driver = driver;
    this.branchSession = branchSession;
    this.transactionRole = transactionRole;
  }

  @Override
  public void start(Xid xid, int flags) throws XAException {
    driver.start(xid, flags);
    if (flags == TMNOFLAGS) {
      current = xid;
      GlobalTransaction entered = GlobalTransaction.enter(xid);
      transaction = entered;
      if (transactionRole == TransactionRole.DECISION) {
        entered.decidedBy(() -> driver.commit(xid, true));
      }
    }
  }

  @Override
  public void end(Xid xid, int flags) throws XAException {
    driver.end(xid, flags);
  }

  /** A member is prepared; the decision branch writes its marker and stays open. */
  @Override
  public int prepare(Xid xid) throws XAException {
    try {
      entered().requireDecisionBranch();
      if (!branchSession.isTransactionAlive()) {
        throw XaErrors.of(XAException.XAER_RMERR, "a statement of this branch has failed");
      }
      if (transactionRole == TransactionRole.MEMBER) {
        return driver.prepare(xid);
      }
      branchSession.writeMarker(entered().globalId());
      return XA_OK;
    } catch (SQLException e) {
      throw refused(xid, XaErrors.of(XAException.XAER_RMERR, "no commit marker", e));
    } catch (XAException e) {
      throw refused(xid, e);
    }
  }

  /** The manager counts a branch that refuses as ended, so its work must end with the refusal. */
  private XAException refused(Xid xid, XAException refusal) {
    try {
      rollback(xid);
    } catch (XAException e) {
      refusal.addSuppressed(e);
    }
    return refusal;
  }

  @Override
  public void commit(Xid xid, boolean onePhase) throws XAException {
    try {
      if (onePhase) {
        driver.commit(xid, true);
      } else {
        commitDecided(xid);
      }
    } finally {
      forgetCurrent(xid);
    }
  }

  private void commitDecided(Xid xid) throws XAException {
    try {
      entered().decide();
    } catch (XAException e) {
      // of the decision branch itself the caller must learn that the outcome is not known
      throw transactionRole == TransactionRole.DECISION
          ? XaErrors.of(XAException.XA_HEURHAZ, "the outcome is not known here", e)
          : e;
    }
    if (transactionRole == TransactionRole.MEMBER) {
      try {
        driver.commit(xid, false);
      } catch (XAException e) {
        throw XaErrors.of(XAException.XAER_RMFAIL, "left to the resolver", e);
      }
    }
  }

  @Override
  public void rollback(Xid xid) throws XAException {
    if (!xid.equals(current)) {
      return;
    }
    try {
      entered().abort();
      driver.rollback(xid);
    } finally {
      forgetCurrent(xid);
    }
  }

  private GlobalTransaction entered() {
    if (transaction == null) {
      throw new IllegalStateException("no transaction has begun on this branch");
    }
    return transaction;
  }

  private void forgetCurrent(Xid xid) {
    if (xid.equals(current)) {
      current = null;
      entered().leave();
      transaction = null;
    }
  }

  /** Nothing to recover: the manager's own recovery would roll back what it does not know. */
  @Override
  public Xid[] recover(int flag) {
    return new Xid[0];
  }

  @Override
  public void forget(Xid xid) {
    // heuristic outcomes are the resolver's business
  }

  @Override
  public boolean isSameRM(XAResource other) {
    return other == this;
  }

  @Override
  public int getTransactionTimeout() throws XAException {
    return driver.getTransactionTimeout();
  }

  @Override
  public boolean setTransactionTimeout(int seconds) throws XAException {
    return driver.setTransactionTimeout(seconds);
  }
}
