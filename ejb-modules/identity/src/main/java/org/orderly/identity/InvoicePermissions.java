package org.orderly.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.orderly.identity.audit.AuditLog;
import org.orderly.identity.person.AccountView;
import org.orderly.identity.person.InvoicePermission;
import org.orderly.identity.person.UnknownUser;
import org.orderly.kernel.UserId;

/** Lets single customers pay by invoice, or not. Whether the caller may do so is checked before. */
@ApplicationScoped
public class InvoicePermissions {

  private final UserRepository users;
  private final AuditLog audit;

  @Inject
  InvoicePermissions(UserRepository users, AuditLog audit) {
    this.users = users;
    this.audit = audit;
  }

  /**
   * Sets what holds for a user from the next order on; idempotent, in one transaction.
   *
   * @param permission a code: {@code default}, {@code allowed}, {@code refused}
   * @throws org.orderly.kernel.InvalidValue for another code
   * @throws UnknownUser if there is no such user (any more)
   */
  @Transactional
  public AccountView set(UserId id, String permission) {
    InvoicePermission wanted = InvoicePermission.parse(permission);
    User user = users.locked(id).orElseThrow(() -> new UnknownUser(id));
    InvoicePermission before = user.invoicePermission();
    if (before != wanted) {
      user.permitInvoice(wanted);
      audit.record("invoice.permission-set", id.toString(), before.code(), wanted.code());
    }
    return user.account();
  }
}
