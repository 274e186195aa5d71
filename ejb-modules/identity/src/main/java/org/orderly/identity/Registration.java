package org.orderly.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.orderly.identity.audit.AuditLog;
import org.orderly.identity.consent.ConsentDocument;
import org.orderly.identity.consent.Consents;
import org.orderly.identity.event.UserRegistered;
import org.orderly.identity.link.LinkIssue;
import org.orderly.identity.link.LinkPurpose;
import org.orderly.identity.password.HashingOverloaded;
import org.orderly.identity.password.PasswordHashing;
import org.orderly.identity.password.PasswordPolicy;
import org.orderly.identity.password.UnacceptablePassword;
import org.orderly.identity.person.EmailAddress;
import org.orderly.identity.person.NewUser;
import org.orderly.identity.person.PersonName;
import org.orderly.identity.person.UserProfile;
import org.orderly.kernel.FieldErrors;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.InvalidValues;
import org.orderly.kernel.UuidV7;
import org.orderly.platform.events.Outbox;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.Transactions;

/** Registers customers. */
@ApplicationScoped
public class Registration {

  private final PasswordPolicy policy;
  private final PasswordHashing hashing;
  private final Transactions transactions;
  private final UserRepository users;
  private final Consents consents;
  private final LinkIssue links;
  private final Outbox outbox;
  private final AuditLog audit;
  private final Clock clock;

  @Inject
  Registration(
      PasswordPolicy policy,
      PasswordHashing hashing,
      Transactions transactions,
      UserRepository users,
      Consents consents,
      LinkIssue links,
      @Domain(IdentityDatabase.DOMAIN) Outbox outbox,
      AuditLog audit,
      Clock clock) {
    this.policy = policy;
    this.hashing = hashing;
    this.transactions = transactions;
    this.users = users;
    this.consents = consents;
    this.links = links;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Opens an account and publishes {@link UserRegistered}, in a transaction of its own that begins
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
    User user =
        User.registering(
            Objects.requireNonNull(email),
            Objects.requireNonNull(name),
            hashing.hash(Objects.requireNonNull(password)),
            clock);
    open(user, typed.agreed());
    return user.profile();
  }

  /**
   * Stores a new user and publishes {@link UserRegistered}, in the caller's transaction or one of
   * its own; an address that is not verified is mailed a link.
   *
   * @param agreed the documents that the user agreed to by registering
   * @throws EmailTaken if there is an account with the address
   */
  void open(User user, Set<ConsentDocument> agreed) {
    transactions.required(
        () -> {
          users.add(user);
          outbox.append(new UserRegistered(UuidV7.next(), clock.instant(), user.id()));
          agreed.forEach(document -> consents.note(user.id(), document, true));
          if (!user.isVerified()) {
            links.issue(LinkPurpose.VERIFY_EMAIL, user.email());
          }
          Map<String, Object> facts = Map.of("roles", user.profile().roles(), "consents", agreed);
          audit.record("user.registered", user.id().toString(), null, facts);
        });
  }
}
