package org.orderly.identity.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.orderly.identity.PasswordCheck;
import org.orderly.identity.PasswordCheck.Outcome;

/** Lets somebody in who knows the password. */
@ApplicationScoped
public class SignIn {

  private final PasswordCheck passwords;
  private final LoginGuard guard;
  private final Sessions sessions;

  @Inject
  SignIn(PasswordCheck passwords, LoginGuard guard, Sessions sessions) {
    this.passwords = passwords;
    this.guard = guard;
    this.sessions = sessions;
  }

  /**
   * Opens a session, in a transaction of its own that begins after the slow comparison. An unknown
   * address is answered like a wrong password, after the same work.
   *
   * @throws InvalidCredentials if the two do not belong together
   * @throws SignInPaused after too many failures, even with the right password
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
    return sessions.open(outcome.account().orElseThrow());
  }
}
