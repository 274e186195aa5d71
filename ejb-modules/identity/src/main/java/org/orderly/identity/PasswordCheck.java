package org.orderly.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.orderly.identity.UserRepository.Credentials;
import org.orderly.kernel.UserId;

/**
 * Compares typed passwords with those of accounts, in the same time whether or not there is one.
 */
@ApplicationScoped
public class PasswordCheck {

  private final UserRepository users;
  private final PasswordHashing hashing;

  @Inject
  PasswordCheck(UserRepository users, PasswordHashing hashing) {
    this.users = users;
    this.hashing = hashing;
  }

  /**
   * What came of a comparison.
   *
   * @param account whose address it is, if anybody's
   * @param matches whether the password is theirs; never without an account
   */
  public record Outcome(Optional<UserId> account, boolean matches) {}

  /**
   * Compares with the password of the account of an address. An unknown address costs as much as a
   * wrong password.
   *
   * @throws TooBusy if too many passwords are being checked
   */
  public Outcome check(String email, String password) {
    Optional<Credentials> known = users.credentials(EmailAddress.normalise(email));
    String hash = known.map(Credentials::passwordHash).orElseGet(hashing::nobodysHash);
    boolean matches = hashing.matches(PasswordPolicy.canonical(password), hash);
    return new Outcome(known.map(Credentials::userId), known.isPresent() && matches);
  }
}
