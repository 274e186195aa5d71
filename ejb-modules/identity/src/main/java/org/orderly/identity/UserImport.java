package org.orderly.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.orderly.identity.audit.AuditLog;
import org.orderly.identity.password.HashCost;
import org.orderly.identity.password.ImportedHash;
import org.orderly.identity.password.MaxHashCost;
import org.orderly.identity.person.EmailAddress;
import org.orderly.identity.person.ImportedUser;
import org.orderly.identity.person.PersonName;
import org.orderly.identity.person.Role;
import org.orderly.identity.person.UserProfile;

/**
 * Brings accounts over from another shop, with the passwords that their owners know. Whether the
 * caller may do so is checked at the edge: admins only.
 */
@ApplicationScoped
public class UserImport {

  private final UserRepository users;
  private final MaxHashCost dearest;
  private final AuditLog audit;
  private final Clock clock;

  @Inject
  UserImport(UserRepository users, MaxHashCost dearest, AuditLog audit, Clock clock) {
    this.users = users;
    this.dearest = dearest;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Opens one account, in one transaction; nobody is mailed. Not idempotent: the second call finds
   * the address taken.
   *
   * @throws org.orderly.kernel.InvalidValue if a member is not acceptable, such as a hash that
   *     would take too long to check
   * @throws EmailTaken if there is an account with the address
   */
  @Transactional
  public UserProfile open(ImportedUser typed) {
    EmailAddress email = EmailAddress.of(typed.email());
    PersonName name = PersonName.of(typed.name());
    String hash = ImportedHash.accept(typed.passwordHash());
    Set<Role> roles =
        typed.roles().isEmpty() ? EnumSet.of(Role.CUSTOMER) : Role.parse(typed.roles());
    User user = User.imported(email, name, hash, roles, clock);
    if (typed.emailVerified()) {
      user.verifyEmail(clock);
    }
    users.add(user);
    dearest.mayBe(HashCost.of(hash));
    UserProfile profile = user.profile();
    audit.record("user.imported", profile.id().toString(), null, Map.of("roles", profile.roles()));
    return profile;
  }
}
