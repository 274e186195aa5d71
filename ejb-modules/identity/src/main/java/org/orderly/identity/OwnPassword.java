package org.orderly.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.orderly.identity.password.HashingOverloaded;
import org.orderly.identity.password.PasswordCheck;
import org.orderly.identity.password.PasswordHashing;
import org.orderly.identity.password.PasswordPolicy;
import org.orderly.identity.password.UnacceptablePassword;
import org.orderly.identity.password.WrongPassword;
import org.orderly.identity.person.UnknownUser;
import org.orderly.kernel.UserId;
import org.orderly.platform.persistence.Transactions;

/** Changes the password of a signed-in user. */
@ApplicationScoped
public class OwnPassword {

  private final Transactions transactions;
  private final UserRepository users;
  private final PasswordCheck passwords;
  private final PasswordPolicy policy;
  private final PasswordHashing hashing;
  private final NewPassword newPassword;

  @Inject
  OwnPassword(
      Transactions transactions,
      UserRepository users,
      PasswordCheck passwords,
      PasswordPolicy policy,
      PasswordHashing hashing,
      NewPassword newPassword) {
    this.transactions = transactions;
    this.users = users;
    this.passwords = passwords;
    this.policy = policy;
    this.hashing = hashing;
    this.newPassword = newPassword;
  }

  /**
   * Replaces the password and ends the user's other sessions, in a transaction of its own that
   * begins after the slow hashing.
   *
   * @param session the session that goes on
   * @throws WrongPassword if the current one is not right
   * @throws UnacceptablePassword if the new one may not be taken
   * @throws HashingOverloaded if too many passwords are being hashed
   */
  public void change(UserId id, Optional<UUID> session, String current, String replacement) {
    User user = users.find(id).orElseThrow(() -> new UnknownUser(id));
    passwords.confirm(id, current);
    String accepted = policy.accept(replacement, user.email().value(), user.name().value());
    String hash = hashing.hash(accepted);
    transactions.required(
        () -> {
          User locked = users.locked(id).orElseThrow(() -> new UnknownUser(id));
          newPassword.replace(locked, hash, session, "password.changed");
        });
  }
}
