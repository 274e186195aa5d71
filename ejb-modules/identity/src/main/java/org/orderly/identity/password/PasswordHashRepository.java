package org.orderly.identity.password;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.orderly.kernel.UserId;

/** The hashes of the users' passwords in the database. */
@ApplicationScoped
class PasswordHashRepository {

  /** The condition is that of an index. */
  private static final String OUTDATED =
      """
      select distinct substring(password_hash from '^[$](?:2[aby][$][0-9]+|argon2id[$]v=19[$][^$]+)[$]')
      from users
      where password_hash not like '$argon2id$v=19$m=19456,t=2,p=1$%' and erased_at is null
      """;

  @PersistenceContext(unitName = "identity")
  private EntityManager em;

  /** One small query whether or not the user exists, so that its time tells nothing. */
  Optional<Credentials> of(String normalisedEmail) {
    return where("u.email = :key", normalisedEmail);
  }

  Optional<Credentials> of(UserId id) {
    return where("u.id = :key", id.value());
  }

  private Optional<Credentials> where(String condition, Object key) {
    return em.createQuery(
            "select u.id, u.passwordHash, u.emailVerifiedAt from User u where u.erasedAt is null"
                + " and "
                + condition,
            Object[].class)
        .setParameter("key", key)
        .getResultStream()
        .findFirst()
        .map(row -> new Credentials(new UserId((UUID) row[0]), (String) row[1], row[2] != null));
  }

  /** Replaces a hash if it is still the one that was read. */
  void replace(Credentials old, String current) {
    em.createQuery(
            "update User u set u.passwordHash = :current where u.id = :id and u.passwordHash = :old")
        .setParameter("current", current)
        .setParameter("id", old.userId().value())
        .setParameter("old", old.passwordHash())
        .executeUpdate();
  }

  /** How the hashes begin that are not of today's kind and parameters, each once. */
  @SuppressWarnings("unchecked")
  List<String> outdated() {
    return em.createNativeQuery(OUTDATED, String.class).getResultList();
  }
}
