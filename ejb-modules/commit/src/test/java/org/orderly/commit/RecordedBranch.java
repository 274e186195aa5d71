package org.orderly.commit;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;

/** A driver and its session that write down what they are told, and fail where they should. */
final class RecordedBranch implements XAResource, BranchSession {

  final List<String> calls = new ArrayList<>();
  final FencedResource gate;
  boolean alive = true;
  String failing = "";

  RecordedBranch(TransactionRole transactionRole) {
    this.gate = new FencedResource(this, this, transactionRole);
  }

  private void call(String name) throws XAException {
    calls.add(name);
    if (name.equals(failing)) {
      throw new XAException(XAException.XAER_RMFAIL);
    }
  }

  @Override
  public boolean isTransactionAlive() {
    return alive;
  }

  @Override
  public void writeMarker(String globalId) throws SQLException {
    calls.add("marker");
    if ("marker".equals(failing)) {
      throw new SQLException("no", "23505");
    }
  }

  @Override
  public void start(Xid xid, int flags) throws XAException {
    call("start");
  }

  @Override
  public void end(Xid xid, int flags) throws XAException {
    call("end");
  }

  @Override
  public int prepare(Xid xid) throws XAException {
    call("prepare");
    return XA_OK;
  }

  @Override
  public void commit(Xid xid, boolean onePhase) throws XAException {
    call(onePhase ? "commit in one phase" : "commit prepared");
  }

  @Override
  public void rollback(Xid xid) throws XAException {
    call("rollback");
  }

  @Override
  public void forget(Xid xid) throws XAException {
    call("forget");
  }

  @Override
  public Xid[] recover(int flag) throws XAException {
    call("recover");
    return new Xid[1];
  }

  @Override
  public boolean isSameRM(XAResource other) {
    return other == this;
  }

  @Override
  public int getTransactionTimeout() {
    return 0;
  }

  @Override
  public boolean setTransactionTimeout(int seconds) {
    return false;
  }
}
