package org.orderly.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.orderly.identity.UserRepository.Credentials;

/** Lets somebody in who knows the password. */
@ApplicationScoped
public class SignIn {

  private final UserRepository users;
  private final PasswordHashing hashing;
  private final Sessions sessions;

  @Inject
  SignIn(UserRepository users, PasswordHashing hashing, Sessions sessions) {
    this.users = users;
    this.hashing = hashing;
    this.sessions = sessions;
  }

  /**
   * Opens a session, in a transaction of its own that begins after the slow comparison. An unknown
   * address is answered like a wrong password, after the same work.
   *
   * @throws InvalidCredentials if the two do not belong together
   * @throws TooBusy if too many passwords are being checked
   */
  public Tokens login(String email, String password) {
    Optional<Credentials> known = users.credentials(EmailAddress.normalise(email));
    String hash = known.map(Credentials::passwordHash).orElseGet(hashing::nobodysHash);
    boolean matches = hashing.matches(PasswordPolicy.canonical(password), hash);
    if (known.isEmpty() || !matches) {
      throw new InvalidCredentials();
    }
    return sessions.open(known.get().userId());
  }
}
