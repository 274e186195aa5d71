package org.orderly.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.orderly.kernel.UserId;

/** The users in the database. */
@ApplicationScoped
class UserRepository {

  /** Any constant: whoever changes who is admin holds this lock of the database. */
  private static final long ADMIN_SEATS = 7305813;

  @PersistenceContext(unitName = "identity")
  private EntityManager em;

  /** What a sign-in needs before it is known to be right. */
  record Credentials(UserId userId, String passwordHash) {}

  /**
   * Stores a new user at once, in the caller's transaction.
   *
   * @throws EmailTaken if another user has the e-mail address; the transaction must roll back
   */
  void add(User user) {
    try {
      em.persist(user);
      em.flush();
    } catch (ConstraintViolationException e) {
      if ("users_email_key".equals(e.getConstraintName())) {
        throw new EmailTaken();
      }
      throw e;
    }
  }

  Optional<User> find(UserId id) {
    return Optional.ofNullable(em.find(User.class, id.value()));
  }

  Optional<Contact> contact(UserId id) {
    return em.createQuery("select u.email, u.name from User u where u.id = :id", Object[].class)
        .setParameter("id", id.value())
        .getResultStream()
        .findFirst()
        .map(row -> new Contact(id, (String) row[0], (String) row[1]));
  }

  Optional<User> findByEmail(String normalised) {
    return em.createQuery("select u from User u where u.email = :email", User.class)
        .setParameter("email", normalised)
        .getResultStream()
        .findFirst();
  }

  /** One small query whether or not the user exists, so that its time tells nothing. */
  Optional<Credentials> credentials(String normalised) {
    return em.createQuery(
            "select u.id, u.passwordHash from User u where u.email = :email", Object[].class)
        .setParameter("email", normalised)
        .getResultStream()
        .findFirst()
        .map(row -> new Credentials(new UserId((UUID) row[0]), (String) row[1]));
  }

  List<User> admins() {
    return em.createQuery(
            "select u from User u join u.roles role where role = :admin order by u.id", User.class)
        .setParameter("admin", Role.ADMIN)
        .getResultList();
  }

  /** Lets one transaction at a time change who is admin, over all instances. */
  void lockAdminSeats() {
    em.createNativeQuery("select 1 from pg_advisory_xact_lock(" + ADMIN_SEATS + ")")
        .getSingleResult();
  }
}
