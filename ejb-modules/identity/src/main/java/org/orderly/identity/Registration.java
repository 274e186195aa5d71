package org.orderly.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.orderly.kernel.InvalidValue;

/** Lets somebody become a customer. */
@ApplicationScoped
public class Registration {

  private final PasswordHashing hashing;
  private final Enrolment enrolment;
  private final Clock clock;

  @Inject
  Registration(PasswordHashing hashing, Enrolment enrolment, Clock clock) {
    this.hashing = hashing;
    this.enrolment = enrolment;
    this.clock = clock;
  }

  /**
   * Opens an account and tells {@link UserRegistered}, in a transaction of its own that begins only
   * after the slow hashing. Not idempotent: the second call finds the address taken.
   *
   * @throws InvalidValue if e-mail, password or name are not acceptable, or the terms are not
   *     accepted
   * @throws EmailTaken if there is an account with the address
   * @throws TooBusy if too many passwords are being hashed
   */
  public UserProfile register(NewUser typed) {
    EmailAddress email = EmailAddress.of(typed.email());
    PersonName name = PersonName.of(typed.name());
    String password = PasswordPolicy.accept(typed.password());
    if (!typed.acceptTerms()) {
      throw new InvalidValue("acceptTerms", "must be true");
    }
    User user = User.registering(email, name, hashing.hash(password), clock);
    enrolment.enrol(user);
    return user.profile();
  }
}
