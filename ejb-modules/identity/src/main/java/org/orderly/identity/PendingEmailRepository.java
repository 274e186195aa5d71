package org.orderly.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;
import org.orderly.identity.person.EmailAddress;
import org.orderly.kernel.UserId;

/** The changes of address that wait for agreement, at most one a user, in the database. */
@ApplicationScoped
class PendingEmailRepository {

  @PersistenceContext(unitName = "identity")
  private EntityManager em;

  Optional<PendingEmail> of(UserId user) {
    return Optional.ofNullable(em.find(PendingEmail.class, user.value()));
  }

  /** Notes what a user wants, in place of what they wanted before. */
  void want(UserId user, EmailAddress email, Clock clock) {
    of(user)
        .ifPresentOrElse(
            pending -> pending.want(email, clock),
            () -> em.persist(new PendingEmail(user, email, clock)));
  }

  void remove(PendingEmail pending) {
    em.remove(pending);
  }
}
