package org.orderly.identity.personal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.orderly.kernel.UserId;

/** The address books in the database. */
@ApplicationScoped
class AddressRepository {

  @PersistenceContext(unitName = "identity")
  private EntityManager em;

  /** In the order in which they were added. */
  List<SavedAddress> of(UserId user) {
    return em.createQuery(
            "select a from SavedAddress a where a.userId = :user order by a.id", SavedAddress.class)
        .setParameter("user", user.value())
        .getResultList();
  }

  void add(SavedAddress savedAddress) {
    em.persist(savedAddress);
  }

  void remove(SavedAddress savedAddress) {
    em.remove(savedAddress);
  }

  /** Writes what has changed so far before what follows: one default goes before another comes. */
  void flush() {
    em.flush();
  }
}
