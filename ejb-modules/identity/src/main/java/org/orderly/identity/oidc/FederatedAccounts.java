package org.orderly.identity.oidc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import org.orderly.identity.FederatedRegistration;
import org.orderly.identity.Users;
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
class FederatedAccounts {

  private final FederatedIdentityRepository federatedIdentityRepository;
  private final Users users;
  private final FederatedRegistration registration;
  private final AuditLog audit;

  @Inject
  FederatedAccounts(
      FederatedIdentityRepository federatedIdentityRepository,
      Users users,
      FederatedRegistration registration,
      AuditLog audit) {
    this.federatedIdentityRepository = federatedIdentityRepository;
    this.users = users;
    this.registration = registration;
    this.audit = audit;
  }

  /**
   * One transaction; idempotent.
   *
   * @throws OidcSignInRefused if nobody can say whose account it is; nothing has changed
   */
  @Transactional
  UserId of(IdentityProvider identityProvider, OidcUserInfo oidcUserInfo) {
    Optional<UserId> known = federatedIdentityRepository.userOf(oidcUserInfo);
    if (known.isPresent()) {
      return known.get();
    }
    if (oidcUserInfo.email() == null) {
      throw OidcSignInRefused.noEmail();
    }
    federatedIdentityRepository.lock();
    return federatedIdentityRepository
        .userOf(oidcUserInfo)
        .orElseGet(() -> link(identityProvider, oidcUserInfo));
  }

  private UserId link(IdentityProvider identityProvider, OidcUserInfo oidcUserInfo) {
    String email =
        EmailAddress.find(oidcUserInfo.email())
            .map(EmailAddress::value)
            .orElseThrow(OidcSignInRefused::noEmail);
    UserProfile account =
        users.withEmail(email).orElseGet(() -> registration.register(email, oidcUserInfo.name()));
    if (!account.emailVerified()) {
      throw OidcSignInRefused.accountNotVerified();
    }
    if (federatedIdentityRepository.isLinked(account.id(), oidcUserInfo.issuer())) {
      throw OidcSignInRefused.linkedOtherwise();
    }
    federatedIdentityRepository.add(account.id(), oidcUserInfo);
    audit.record(
        "identity.linked",
        account.id().toString(),
        null,
        Map.of("provider", identityProvider.name()));
    return account.id();
  }
}
