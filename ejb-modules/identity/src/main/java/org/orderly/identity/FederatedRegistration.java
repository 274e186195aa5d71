package org.orderly.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderly.identity.password.PasswordHashing;
import org.orderly.identity.person.EmailAddress;
import org.orderly.identity.person.PersonName;
import org.orderly.identity.person.UserProfile;
import org.orderly.kernel.InvalidValue;

/** Registers customers whom an external identity provider has identified. */
@ApplicationScoped
public class FederatedRegistration {

  private final PasswordHashing hashing;
  private final Registration registration;
  private final Clock clock;

  @Inject
  FederatedRegistration(PasswordHashing hashing, Registration registration, Clock clock) {
    this.hashing = hashing;
    this.registration = registration;
    this.clock = clock;
  }

  /**
   * Opens an account with a verified address, in the caller's transaction or one of its own. No
   * consent is recorded, since none was asked for. Nobody knows its password; a password reset sets
   * one. Not idempotent: the second call finds the address taken.
   *
   * @param name from the identity provider; the address replaces a name that is not acceptable
   * @throws InvalidValue if the e-mail is not acceptable
   * @throws EmailTaken if there is an account with the address
   */
  public UserProfile register(String email, @Nullable String name) {
    EmailAddress address = EmailAddress.of(email);
    User user = User.vouchedFor(address, name(name, address), hashing.nobodysHash(), clock);
    registration.open(user, Set.of());
    return user.profile();
  }

  private static PersonName name(@Nullable String given, EmailAddress address) {
    try {
      return PersonName.of(given);
    } catch (InvalidValue e) {
      String local = address.value().substring(0, address.value().indexOf('@'));
      return PersonName.of(local);
    }
  }
}
