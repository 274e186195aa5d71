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
  List<Address> of(UserId user) {
    return em.createQuery(
            "select a from Address a where a.userId = :user order by a.id", Address.class)
        .setParameter("user", user.value())
        .getResultList();
  }

  void add(Address address) {
    em.persist(address);
  }

  void remove(Address address) {
    em.remove(address);
  }

  /** Writes what has changed so far before what follows: one default goes before another comes. */
  void flush() {
    em.flush();
  }

  void removeAll(UserId user) {
    em.createQuery("delete from Address a where a.userId = :user")
        .setParameter("user", user.value())
        .executeUpdate();
  }
}
