package org.orderly.identity.twofactor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.orderly.identity.UserErased;

/** Deletes the second factor of who is forgotten, and its recovery codes with it. */
@ApplicationScoped
class SecondFactorErasure {

  @PersistenceContext(unitName = "identity")
  private EntityManager em;

  void forget(@Observes UserErased erased) {
    em.createNativeQuery("delete from second_factor where user_id = ?")
        .setParameter(1, erased.userId().value())
        .executeUpdate();
  }
}
