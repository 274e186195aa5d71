package org.orderly.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.orderly.kernel.UuidV7;
import org.orderly.messaging.ForDomain;
import org.orderly.messaging.Outbox;

/** Stores a new user and tells of it, or neither. */
@ApplicationScoped
class Enrolment {

  private final UserRepository users;
  private final Outbox outbox;
  private final Clock clock;

  @Inject
  Enrolment(UserRepository users, @ForDomain(IdentityDatabase.DOMAIN) Outbox outbox, Clock clock) {
    this.users = users;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Transactional
  void enrol(User user) {
    users.add(user);
    outbox.append(new UserRegistered(UuidV7.next(), clock.instant(), user.id()));
  }
}
