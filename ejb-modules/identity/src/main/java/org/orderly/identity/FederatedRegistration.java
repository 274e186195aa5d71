package org.orderly.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Set;
import org.orderly.identity.password.PasswordHashing;
import org.orderly.identity.person.EmailAddress;
import org.orderly.identity.person.PersonName;
import org.orderly.identity.person.UserProfile;
import org.orderly.kernel.InvalidValue;

/** Lets somebody become a customer of whom another house says who they are. */
@ApplicationScoped
public class FederatedRegistration {

  private final PasswordHashing hashing;
  private final Enrolment enrolment;
  private final Clock clock;

  @Inject
  FederatedRegistration(PasswordHashing hashing, Enrolment enrolment, Clock clock) {
    this.hashing = hashing;
    this.enrolment = enrolment;
    this.clock = clock;
  }

  /**
   * Opens an account whose address counts as verified, in the caller's transaction or one of its
   * own. No consent is recorded, since nobody asked for one. Its password is one that nobody knows;
   * a password reset gives it another. Not idempotent: the second call finds the address taken.
   *
   * @param name as the other house writes it; what cannot be a name here is made from the address
   * @throws InvalidValue if the e-mail is not acceptable
   * @throws EmailTaken if there is an account with the address
   */
  public UserProfile register(String email, String name) {
    EmailAddress address = EmailAddress.of(email);
    User user = User.vouchedFor(address, name(name, address), hashing.nobodysHash(), clock);
    enrolment.enrol(user, Set.of());
    return user.profile();
  }

  private static PersonName name(String told, EmailAddress address) {
    try {
      return PersonName.of(told);
    } catch (InvalidValue e) {
      String local = address.value().substring(0, address.value().indexOf('@'));
      return PersonName.of(local);
    }
  }
}
