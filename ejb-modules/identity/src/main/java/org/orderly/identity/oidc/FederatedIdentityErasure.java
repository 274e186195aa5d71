package org.orderly.identity.oidc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.orderly.identity.UserErased;

/**
 * Deletes who a forgotten person is to identity providers, and any sign-in from there under way.
 */
@ApplicationScoped
class FederatedIdentityErasure {

  @PersistenceContext(unitName = "identity")
  private EntityManager em;

  void forget(@Observes UserErased erased) {
    delete("external_identity", erased);
    delete("oidc_code", erased);
  }

  private void delete(String table, UserErased erased) {
    em.createNativeQuery("delete from " + table + " where user_id = ?")
        .setParameter(1, erased.userId().value())
        .executeUpdate();
  }
}
