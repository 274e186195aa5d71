package org.orderly.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.orderly.identity.password.PasswordCheck;
import org.orderly.identity.password.WrongPassword;
import org.orderly.identity.person.UnknownUser;
import org.orderly.kernel.UserId;

/**
 * Forgets people who ask for it (GDPR, article 17).
 *
 * <p>The account's row stays as a pseudonym, with the proof of consents and the audit log; all
 * sessions end at once, and the other domains erase what they know when {@link UserErased} reaches
 * them. The address is free for another account.
 */
@ApplicationScoped
public class Erasure {

  private final PasswordCheck passwords;
  private final IdentityErasure identityErasure;

  @Inject
  Erasure(PasswordCheck passwords, IdentityErasure identityErasure) {
    this.passwords = passwords;
    this.identityErasure = identityErasure;
  }

  /**
   * Makes sure that users who want to be forgotten are who they say; call it first, without a
   * transaction, since the comparison is slow.
   *
   * @throws WrongPassword if the password is not theirs
   */
  public void confirm(UserId user, String password) {
    passwords.confirm(user, password);
  }

  /**
   * For somebody who may ask for it, in a transaction of its own.
   *
   * @throws UnknownUser if there is no such user (any more)
   * @throws LastAdmin if nobody would be admin any more
   */
  public void ofSomebody(UserId user) {
    identityErasure.forget(user);
  }
}
