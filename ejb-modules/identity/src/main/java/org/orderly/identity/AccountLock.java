package org.orderly.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.orderly.identity.person.UnknownUser;
import org.orderly.kernel.UserId;

/** Locks an account for the transaction that changes what belongs to it. */
@ApplicationScoped
public class AccountLock {

  private final UserRepository users;

  @Inject
  AccountLock(UserRepository users) {
    this.users = users;
  }

  /**
   * Keeps others away until the caller's transaction ends.
   *
   * @throws UnknownUser if there is no such user (any more)
   */
  public void take(UserId id) {
    if (users.locked(id).isEmpty()) {
      throw new UnknownUser(id);
    }
  }
}
