package org.orderly.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Set;
import org.orderly.kernel.UserId;

/** Gives and takes roles. Whether the caller may do so is checked at the edge: admins only. */
@ApplicationScoped
public class RoleAssignment {

  private final UserRepository users;

  @Inject
  RoleAssignment(UserRepository users) {
    this.users = users;
  }

  /**
   * Replaces the roles of a user; idempotent, in one transaction. Tokens issued before keep the old
   * roles until they expire.
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
    user.assign(wanted);
    return user.profile();
  }
}
