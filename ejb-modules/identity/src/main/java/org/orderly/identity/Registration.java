package org.orderly.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.orderly.identity.password.HashingOverloaded;
import org.orderly.identity.password.PasswordHashing;
import org.orderly.identity.password.PasswordPolicy;
import org.orderly.identity.password.UnacceptablePassword;
import org.orderly.identity.person.EmailAddress;
import org.orderly.identity.person.PersonName;
import org.orderly.identity.person.UserProfile;
import org.orderly.kernel.FieldErrors;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.InvalidValues;

/** Lets somebody become a customer. */
@ApplicationScoped
public class Registration {

  private final PasswordPolicy policy;
  private final PasswordHashing hashing;
  private final Enrolment enrolment;
  private final Clock clock;

  @Inject
  Registration(PasswordPolicy policy, PasswordHashing hashing, Enrolment enrolment, Clock clock) {
    this.policy = policy;
    this.hashing = hashing;
    this.enrolment = enrolment;
    this.clock = clock;
  }

  /**
   * Opens an account and tells {@link UserRegistered}, in a transaction of its own that begins only
   * after the slow hashing. Not idempotent: the second call finds the address taken.
   *
   * @throws InvalidValue if e-mail or name are not acceptable, or the terms are not accepted
   * @throws UnacceptablePassword if the password may not be taken
   * @throws InvalidValues if there is more than one such fault
   * @throws EmailTaken if there is an account with the address
   * @throws HashingOverloaded if too many passwords are being hashed
   */
  public UserProfile register(NewUser typed) {
    FieldErrors errors = new FieldErrors();
    EmailAddress email = errors.read(() -> EmailAddress.of(typed.email()));
    PersonName name = errors.read(() -> PersonName.of(typed.name()));
    String password =
        errors.read(
            () ->
                policy.accept(
                    typed.password(),
                    email == null ? "@" : email.value(),
                    name == null ? "" : name.value()));
    if (!typed.acceptTerms()) {
      errors.add("acceptTerms", "must be true");
    }
    if (Boolean.FALSE.equals(typed.acceptPrivacy())) {
      errors.add("acceptPrivacy", "must be true if it is given");
    }
    errors.throwIfAny();
    User user = User.registering(email, name, hashing.hash(password), clock);
    enrolment.enrol(user, typed.agreed());
    return user.profile();
  }
}
