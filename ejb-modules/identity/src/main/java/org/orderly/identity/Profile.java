package org.orderly.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import org.orderly.identity.audit.AuditLog;
import org.orderly.identity.person.PersonName;
import org.orderly.identity.person.ProfileEditedMeanwhile;
import org.orderly.identity.person.UnknownUser;
import org.orderly.identity.person.UserProfile;
import org.orderly.kernel.UserId;

/** Lets users say how they want to be called. */
@ApplicationScoped
public class Profile {

  private final UserRepository users;
  private final AuditLog audit;

  @Inject
  Profile(UserRepository users, AuditLog audit) {
    this.users = users;
    this.audit = audit;
  }

  /**
   * Changes the name, in one transaction; repeating it changes nothing.
   *
   * @param seen the version that the caller saw; {@code null} for any
   * @throws org.orderly.kernel.InvalidValue if it is no name
   * @throws ProfileEditedMeanwhile if the user is of another version by now
   */
  @Transactional
  public UserProfile rename(UserId id, String name, @Nullable Long seen) {
    PersonName accepted = PersonName.of(name);
    User user = users.locked(id).orElseThrow(() -> new UnknownUser(id));
    if (seen != null && seen != user.version()) {
      throw new ProfileEditedMeanwhile();
    }
    if (!accepted.equals(user.name())) {
      user.rename(accepted);
      users.flush();
      audit.record("profile.updated", id.toString(), null, "name");
    }
    return user.profile();
  }
}
