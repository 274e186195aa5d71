package org.orderly.identity;

import org.orderly.kernel.UserId;

/** Accounts that nobody else changes. */
public final class NoLock extends AccountLock {

  public NoLock() {
    super(null);
  }

  @Override
  public void take(UserId id) {
    // there is but one thread
  }
}
