package org.orderly.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.exception.ConstraintViolationException;
import org.orderly.identity.person.Role;
import org.orderly.kernel.UserId;

/** The users in the database. */
@ApplicationScoped
class UserRepository {

  /** Any constant: whoever changes who is admin holds this lock of the database. */
  private static final long ADMIN_SEATS = 7305813;

  @PersistenceContext(unitName = "identity")
  private EntityManager em;

  /**
   * Stores a new user at once, in the caller's transaction.
   *
   * @throws EmailTaken if another user has the e-mail address; the transaction must roll back
   */
  void add(User user) {
    if (findByEmail(user.email().value()).isPresent()) {
      throw new EmailTaken();
    }
    em.persist(user);
    flush();
  }

  /**
   * Writes what was changed at once, in the caller's transaction.
   *
   * @throws EmailTaken if another user has the e-mail address; the transaction must roll back
   */
  void flush() {
    try {
      em.flush();
    } catch (ConstraintViolationException e) {
      if ("users_email_key".equals(e.getConstraintName())) {
        throw new EmailTaken();
      }
      throw e;
    }
  }

  /** A user, or what is left of one. */
  Optional<User> any(UserId id) {
    return Optional.ofNullable(em.find(User.class, id.value()));
  }

  /** Users with their roles, newest first: one query. */
  List<User> newest(String startOfEmail, UUID before, int atMost) {
    return em.createQuery(
            "select u from User u left join fetch u.roles where u.id in"
                + " (select n.id from User n where n.id < :before"
                + " and n.email like :start escape '!' order by n.id desc limit :atMost)"
                + " order by u.id desc",
            User.class)
        .setParameter("before", before)
        .setParameter("start", startOfEmail.replaceAll("[!%_]", "!$0") + "%")
        .setParameter("atMost", atMost)
        .getResultList();
  }

  /** A user who has not been erased. */
  Optional<User> find(UserId id) {
    return Optional.ofNullable(em.find(User.class, id.value())).filter(user -> !user.isErased());
  }

  /** The same, for as long as the transaction lasts nobody else's to change. */
  Optional<User> locked(UserId id) {
    return Optional.ofNullable(em.find(User.class, id.value(), LockModeType.PESSIMISTIC_WRITE))
        .filter(user -> !user.isErased());
  }

  Map<UserId, String> emails(Collection<UserId> ids) {
    return em.createQuery(
            "select u.id, u.email from User u where u.id in :ids and u.erasedAt is null",
            Object[].class)
        .setParameter("ids", ids.stream().map(UserId::value).toList())
        .getResultStream()
        .collect(Collectors.toMap(row -> new UserId((UUID) row[0]), row -> (String) row[1]));
  }

  Optional<User> findByEmail(String normalised) {
    return em.createQuery(
            "select u from User u where u.email = :email and u.erasedAt is null", User.class)
        .setParameter("email", normalised)
        .getResultStream()
        .findFirst();
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
