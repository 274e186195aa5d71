package org.orderly.identity.password;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.orderly.identity.person.EmailAddress;
import org.orderly.kernel.UserId;

/**
 * Compares typed passwords with those of accounts. A failure takes the same time whether or not
 * there is an account, and whatever kind of hash it has.
 *
 * <p>A right password is the occasion to replace a hash of another kind, or with other parameters,
 * by a current one.
 */
@ApplicationScoped
public class PasswordCheck {

  private static final Logger LOG = Logger.getLogger(PasswordCheck.class.getName());

  private final PasswordHashRepository hashes;
  private final PasswordHashing hashing;
  private final MaxHashCost dearest;
  private final HashUpgrade upgrade;
  private final PasswordGuessLimit guard;

  @Inject
  protected PasswordCheck(
      PasswordHashRepository hashes,
      PasswordHashing hashing,
      MaxHashCost dearest,
      HashUpgrade upgrade,
      PasswordGuessLimit guard) {
    this.hashes = hashes;
    this.hashing = hashing;
    this.dearest = dearest;
    this.upgrade = upgrade;
    this.guard = guard;
  }

  /**
   * What came of a comparison.
   *
   * @param account whose address it is, if anybody's
   * @param matches whether the password is theirs; never without an account
   * @param verified whether the account's address is known to be theirs
   */
  public record Outcome(Optional<UserId> account, boolean matches, boolean verified) {}

  /**
   * Compares with the password of the account of an address. An unknown address costs as much as a
   * wrong password.
   *
   * @throws HashingOverloaded if too many passwords are being checked
   */
  public Outcome check(String email, String password) {
    Optional<Credentials> known = hashes.of(EmailAddress.normalise(email));
    boolean matches = matches(known, password);
    return new Outcome(
        known.map(Credentials::userId),
        matches,
        known.map(Credentials::verified).orElse(Boolean.FALSE));
  }

  /**
   * Asks somebody who is signed in for the password again. A wrong one counts as a failed sign-in:
   * who has got hold of a session can guess no faster than who has not.
   *
   * @throws WrongPassword if it is not theirs
   * @throws org.orderly.kernel.DomainException if the account or the address is paused after too
   *     many failures, even with the right password
   * @throws HashingOverloaded if too many passwords are being checked
   */
  public void confirm(UserId user, String password) {
    guard.admit(user);
    if (!matches(hashes.of(user), password)) {
      guard.failed(user);
      throw new WrongPassword();
    }
    guard.admit(user);
    guard.succeeded(user);
  }

  private boolean matches(Optional<Credentials> known, String typed) {
    String hash = known.map(Credentials::passwordHash).orElseGet(hashing::nobodysHash);
    String canonical = PasswordPolicy.canonical(typed);
    boolean asTyped = PasswordHashing.isBcrypt(hash) && !canonical.isEmpty();
    boolean same = hashing.matches(asTyped ? typed : canonical, hash);
    if (known.isEmpty() || !same || canonical.isEmpty()) {
      HashCost own = HashCost.of(hash);
      hashing.idle(dearest.cost().orMore(HashCost.of(hashing.nobodysHash())).less(own));
      return false;
    }
    if (PasswordHashing.isOutdated(hash)) {
      replace(known.get(), canonical);
    }
    return true;
  }

  private void replace(Credentials old, String canonical) {
    try {
      upgrade.replace(old, hashing.hash(canonical));
    } catch (RuntimeException e) {
      // the next sign-in tries again; this one is right all the same
      LOG.log(Level.WARNING, e, () -> "an outdated password hash stays: " + e.getMessage());
    }
  }
}
