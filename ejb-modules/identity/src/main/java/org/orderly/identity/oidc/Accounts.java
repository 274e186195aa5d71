package org.orderly.identity.oidc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import org.orderly.identity.Users;
import org.orderly.identity.VouchedRegistration;
import org.orderly.identity.audit.AuditLog;
import org.orderly.identity.person.EmailAddress;
import org.orderly.identity.person.UserProfile;
import org.orderly.kernel.UserId;

/**
 * Finds the account of a person whom a provider knows, links it, or opens it.
 *
 * <p>Who comes for the first time is known by the e-mail address, which both sides must have shown
 * to be theirs: the provider the person's, and we the account's. Else somebody who opened an
 * account with another's address would share it with its owner from then on.
 */
@ApplicationScoped
class Accounts {

  private final Links links;
  private final Users users;
  private final VouchedRegistration registration;
  private final AuditLog audit;

  @Inject
  Accounts(Links links, Users users, VouchedRegistration registration, AuditLog audit) {
    this.links = links;
    this.users = users;
    this.registration = registration;
    this.audit = audit;
  }

  /**
   * One transaction; idempotent.
   *
   * @throws LoginRefused if nobody can say whose account it is; nothing has changed
   */
  @Transactional
  UserId of(Provider provider, Person person) {
    Optional<UserId> known = links.userOf(person);
    if (known.isPresent()) {
      return known.get();
    }
    if (person.email() == null) {
      throw LoginRefused.noEmail();
    }
    links.lock();
    return links.userOf(person).orElseGet(() -> link(provider, person));
  }

  private UserId link(Provider provider, Person person) {
    String email =
        EmailAddress.find(person.email())
            .map(EmailAddress::value)
            .orElseThrow(LoginRefused::noEmail);
    UserProfile account =
        users.withEmail(email).orElseGet(() -> registration.register(email, person.name()));
    if (!account.emailVerified()) {
      throw LoginRefused.accountNotVerified();
    }
    if (links.isLinked(account.id(), person.issuer())) {
      throw LoginRefused.linkedOtherwise();
    }
    links.add(account.id(), person);
    audit.record(
        "identity.linked", account.id().toString(), null, Map.of("provider", provider.name()));
    return account.id();
  }
}
