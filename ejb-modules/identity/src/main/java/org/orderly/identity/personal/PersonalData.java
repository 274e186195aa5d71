package org.orderly.identity.personal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.orderly.identity.Accounts;
import org.orderly.identity.audit.AuditLog;
import org.orderly.identity.consent.ConsentView;
import org.orderly.identity.consent.Consents;
import org.orderly.identity.person.AccountView;
import org.orderly.identity.person.UnknownUser;
import org.orderly.kernel.UserId;

/** Exports what accounts hold about a person, for the person (GDPR, articles 15 and 20). */
@ApplicationScoped
public class PersonalData {

  private final Accounts accounts;
  private final Consents consents;
  private final AddressRepository addresses;
  private final AuditLog audit;

  @Inject
  PersonalData(Accounts accounts, Consents consents, AddressRepository addresses, AuditLog audit) {
    this.accounts = accounts;
    this.consents = consents;
    this.addresses = addresses;
    this.audit = audit;
  }

  /** What an account holds; none of it can be without bounds. */
  public record Part(
      AccountView profile, List<ConsentView> consents, List<AddressView> addresses) {}

  /**
   * Gives it out and notes that in the audit log, in one transaction.
   *
   * @throws UnknownUser if there is no such user (any more)
   */
  @Transactional
  public Part giveOut(UserId id) {
    AccountView profile = accounts.living(id);
    Part part =
        new Part(
            profile, consents.of(id), addresses.of(id).stream().map(SavedAddress::view).toList());
    audit.record("user.exported", id.toString(), null, null);
    return part;
  }
}
