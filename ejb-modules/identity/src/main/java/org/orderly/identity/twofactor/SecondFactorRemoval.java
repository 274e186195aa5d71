package org.orderly.identity.twofactor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.orderly.identity.password.PasswordCheck;
import org.orderly.kernel.UserId;

/** Removes a second factor for somebody who shows the password once more. */
@ApplicationScoped
public class SecondFactorRemoval {

  private final PasswordCheck passwords;
  private final SecondFactor secondFactor;

  @Inject
  SecondFactorRemoval(PasswordCheck passwords, SecondFactor secondFactor) {
    this.passwords = passwords;
    this.secondFactor = secondFactor;
  }

  /**
   * In a transaction of its own that begins after the slow comparison; idempotent.
   *
   * @throws org.orderly.kernel.DomainException if the password is not the user's
   */
  public void remove(UserId user, String password) {
    passwords.confirm(user, password);
    secondFactor.remove(user);
  }
}
