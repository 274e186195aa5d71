package org.orderly.tests.container;

import java.util.Set;
import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;

/**
 * A resource that takes part in a transaction to see what the others have done when it is asked to
 * prepare, and to answer as it was told.
 */
final class LastVote implements XAResource {

  /** Refuses, so that everybody must roll back. */
  static final int NO = XAException.XA_RBROLLBACK;

  private final int vote;
  private final CheckoutBooks books;
  private Set<String> prepared = Set.of();
  private boolean committed;

  LastVote(int vote, CheckoutBooks books) {
    this.vote = vote;
    this.books = books;
  }

  /** The databases that had a prepared transaction when this resource was asked. */
  Set<String> prepared() {
    return prepared;
  }

  boolean committed() {
    return committed;
  }

  @Override
  public int prepare(Xid xid) throws XAException {
    prepared = books.preparedDatabases();
    if (vote == NO) {
      throw new XAException(NO);
    }
    return vote;
  }

  @Override
  public void commit(Xid xid, boolean onePhase) {
    committed = true;
  }

  @Override
  public void rollback(Xid xid) {
    committed = false;
  }

  @Override
  public void start(Xid xid, int flags) {
    // does no work of its own
  }

  @Override
  public void end(Xid xid, int flags) {
    // does no work of its own
  }

  @Override
  public void forget(Xid xid) {
    // decides nothing by itself
  }

  @Override
  public Xid[] recover(int flag) {
    return new Xid[0];
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
