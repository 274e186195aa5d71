package org.orderly.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.orderly.identity.person.EmailAddress;

/** Fills the seat of the first admin, once, whichever instance comes first. */
@ApplicationScoped
class AdminSeat {

  private final UserRepository users;
  private final Event<CredentialsChanged> changes;
  private final Clock clock;

  @Inject
  AdminSeat(UserRepository users, Event<CredentialsChanged> changes, Clock clock) {
    this.users = users;
    this.changes = changes;
    this.clock = clock;
  }

  boolean isTaken() {
    return !users.admins().isEmpty();
  }

  /**
   * Makes the holder of the address admin unless there is one by now.
   *
   * <p>An account that somebody else may have opened with the address gets the configured password:
   * only who configured it is to be admin. Sessions opened before end.
   *
   * @return whether the seat was still free
   */
  @Transactional
  boolean take(EmailAddress email, String passwordHash) {
    users.lockAdminSeats();
    if (isTaken()) {
      return false;
    }
    Optional<User> existing = users.findByEmail(email.value());
    if (existing.isPresent()) {
      existing.get().takeAdminSeat(passwordHash, clock);
      changes.fire(CredentialsChanged.everywhere(existing.get().id()));
    } else {
      users.add(User.firstAdmin(email, passwordHash, clock));
    }
    return true;
  }
}
