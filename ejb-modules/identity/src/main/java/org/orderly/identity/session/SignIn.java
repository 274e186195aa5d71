package org.orderly.identity.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.orderly.identity.password.PasswordCheck;
import org.orderly.identity.password.PasswordCheck.Outcome;
import org.orderly.identity.person.UserProfile;
import org.orderly.identity.twofactor.SecondFactor;
import org.orderly.kernel.UserId;

/** Signs a user in by password. */
@ApplicationScoped
public class SignIn {

  private final PasswordCheck passwords;
  private final LoginThrottle guard;
  private final SecondFactor secondFactor;
  private final Sessions sessions;
  private final boolean requiresVerified;

  @Inject
  SignIn(
      PasswordCheck passwords,
      LoginThrottle guard,
      SecondFactor secondFactor,
      Sessions sessions,
      @ConfigProperty(name = "orderly.login.requires.verified.email", defaultValue = "false")
          boolean requiresVerified) {
    this.passwords = passwords;
    this.guard = guard;
    this.secondFactor = secondFactor;
    this.sessions = sessions;
    this.requiresVerified = requiresVerified;
  }

  /**
   * Opens a session, in a transaction of its own that begins after the slow comparison. An unknown
   * address is answered like a wrong password, after the same work.
   *
   * @param totp a code of the second factor, if the account has one; {@code null} for none
   * @throws InvalidCredentials if the two do not belong together
   * @throws TotpRequired if they do, and a code is missing
   * @throws TotpInvalid if the code is wrong or was used before; it counts as a failure
   * @throws SignInPaused after too many failures, even with the right password
   * @throws EmailNotVerified if they do, and the address has to be shown to be theirs before
   */
  public Tokens login(String email, String password, String totp) {
    guard.admit(email);
    Outcome outcome = passwords.check(email, password);
    if (!outcome.matches()) {
      guard.failed(email, outcome.account());
      throw new InvalidCredentials();
    }
    guard.admit(email);
    UserId user = outcome.account().orElseThrow();
    requireSecondFactor(email, user, totp);
    guard.succeeded(email);
    if (requiresVerified && !outcome.verified()) {
      throw new EmailNotVerified();
    }
    return sessions.open(user);
  }

  /**
   * Asks somebody who has shown in another way who they are for what an account asks besides.
   *
   * @param totp as at the login
   * @throws TotpRequired if a code is missing
   * @throws TotpInvalid if the code is wrong or was used before; it counts as a failure
   * @throws SignInPaused after too many failures
   */
  public void confirm(UserProfile user, String totp) {
    guard.admit(user.email());
    requireSecondFactor(user.email(), user.id(), totp);
  }

  private void requireSecondFactor(String email, UserId user, String totp) {
    switch (secondFactor.check(user, totp)) {
      case REQUIRED -> throw new TotpRequired();
      case WRONG -> {
        guard.failed(email, Optional.of(user));
        throw new TotpInvalid();
      }
      default -> {
        // accepted, or none is needed
      }
    }
  }
}
