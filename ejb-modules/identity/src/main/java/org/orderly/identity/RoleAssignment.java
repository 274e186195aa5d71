package org.orderly.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Set;
import org.orderly.identity.audit.AuditLog;
import org.orderly.identity.event.CredentialsChanged;
import org.orderly.identity.person.Role;
import org.orderly.identity.person.UnknownUser;
import org.orderly.identity.person.UserProfile;
import org.orderly.kernel.UserId;

/** Gives and takes roles. Whether the caller may do so is checked at the edge: admins only. */
@ApplicationScoped
public class RoleAssignment {

  private final UserRepository users;
  private final Event<CredentialsChanged> changes;
  private final AuditLog audit;

  @Inject
  RoleAssignment(UserRepository users, Event<CredentialsChanged> changes, AuditLog audit) {
    this.users = users;
    this.changes = changes;
    this.audit = audit;
  }

  /**
   * Replaces the roles of a user; idempotent, in one transaction. If they change, the user's
   * sessions end, and with them the old roles: {@link CredentialsChanged}.
   *
   * @param roles codes: {@code customer}, {@code vendor}, {@code admin}
   * @throws org.orderly.kernel.InvalidValue for unknown codes or none
   * @throws UnknownUser if there is no such user
   * @throws LastAdmin if nobody would be admin any more
   */
  @Transactional
  public UserProfile assign(UserId id, Collection<String> roles) {
    Set<Role> wanted = Role.parse(roles);
    users.lockAdminSeats();
    User user = users.find(id).orElseThrow(() -> new UnknownUser(id));
    if (user.isAdmin() && !wanted.contains(Role.ADMIN) && users.admins().size() == 1) {
      throw new LastAdmin();
    }
    Set<String> before = user.profile().roles();
    if (user.assign(wanted)) {
      changes.fire(CredentialsChanged.everywhere(id));
      audit.record("roles.assigned", id.toString(), before, user.profile().roles());
    }
    return user.profile();
  }
}
