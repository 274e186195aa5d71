package org.orderly.identity.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.orderly.identity.PasswordCheck;
import org.orderly.identity.PasswordCheck.Outcome;

/** Lets somebody in who knows the password. */
@ApplicationScoped
public class SignIn {

  private final PasswordCheck passwords;
  private final LoginGuard guard;
  private final Sessions sessions;
  private final boolean requiresVerified;

  @Inject
  SignIn(
      PasswordCheck passwords,
      LoginGuard guard,
      Sessions sessions,
      @ConfigProperty(name = "orderly.login.requires.verified.email", defaultValue = "false")
          boolean requiresVerified) {
    this.passwords = passwords;
    this.guard = guard;
    this.sessions = sessions;
    this.requiresVerified = requiresVerified;
  }

  /**
   * Opens a session, in a transaction of its own that begins after the slow comparison. An unknown
   * address is answered like a wrong password, after the same work.
   *
   * @throws InvalidCredentials if the two do not belong together
   * @throws SignInPaused after too many failures, even with the right password
   * @throws EmailNotVerified if they do, and the address has to be shown to be theirs before
   */
  public Tokens login(String email, String password) {
    guard.admit(email);
    Outcome outcome = passwords.check(email, password);
    if (!outcome.matches()) {
      guard.failed(email, outcome.account());
      throw new InvalidCredentials();
    }
    guard.admit(email);
    guard.succeeded(email);
    if (requiresVerified && !outcome.verified()) {
      throw new EmailNotVerified();
    }
    return sessions.open(outcome.account().orElseThrow());
  }
}
