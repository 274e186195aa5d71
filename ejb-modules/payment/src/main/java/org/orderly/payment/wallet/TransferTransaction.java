package org.orderly.payment.wallet;

import jakarta.ejb.Stateless;

/**
 * A transaction of the container's, for threads that serve no request: JDBC has no part in one that
 * begins below an EJB's thread in any other way.
 */
@Stateless
public class TransferTransaction {

  /** Public, since the EJB container finds no other. */
  public TransferTransaction() {}

  /** Commits what is done, or rolls it back if it throws. */
  public void around(Runnable effect) {
    effect.run();
  }
}
