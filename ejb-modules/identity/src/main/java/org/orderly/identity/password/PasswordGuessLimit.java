package org.orderly.identity.password;

import org.orderly.kernel.UserId;

/**
 * Limits attempts at the password of an account, wherever it is asked for.
 *
 * <p>The sign-in implements it: its failures and those of who is signed in are one count.
 */
public interface PasswordGuessLimit {

  /**
   * Lets a try through, before and after its password is compared.
   *
   * @throws org.orderly.kernel.DomainException if this account, or the caller's address, is paused
   */
  void admit(UserId user);

  /**
   * Counts a wrong password, in a transaction of its own.
   *
   * @throws org.orderly.kernel.DomainException if other failures have paused the account meanwhile
   */
  void failed(UserId user);

  /** Ends the row of failures. */
  void succeeded(UserId user);
}
