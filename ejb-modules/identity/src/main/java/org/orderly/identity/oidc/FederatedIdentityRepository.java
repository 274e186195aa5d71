package org.orderly.identity.oidc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.query.NativeQuery;
import org.orderly.identity.oidc.FederatedIdentities.Identity;
import org.orderly.kernel.UserId;

/** Which accounts belong to whom elsewhere; one person of each provider to one account. */
@ApplicationScoped
class FederatedIdentityRepository {

  /** Any constant: whoever links an account holds this lock of the database. */
  private static final long LINKING = 7305831;

  private final Clock clock;

  @PersistenceContext(unitName = "identity")
  private EntityManager em;

  @Inject
  FederatedIdentityRepository(Clock clock) {
    this.clock = clock;
  }

  Optional<UserId> userOf(OidcUserInfo oidcUserInfo) {
    List<?> rows =
        em.createNativeQuery(
                "select user_id from external_identity where provider = ? and subject = ?",
                UUID.class)
            .setParameter(1, oidcUserInfo.issuer())
            .setParameter(2, oidcUserInfo.subject())
            .getResultList();
    return rows.stream().map(id -> new UserId((UUID) id)).findFirst();
  }

  boolean isLinked(UserId user, String issuer) {
    return !em.createNativeQuery(
            "select 1 from external_identity where user_id = ? and provider = ?")
        .setParameter(1, user.value())
        .setParameter(2, issuer)
        .getResultList()
        .isEmpty();
  }

  List<Identity> of(UserId user) {
    List<?> rows =
        em.createNativeQuery(
                "select provider, subject, linked_at from external_identity where user_id = ?"
                    + " order by linked_at")
            .unwrap(NativeQuery.class)
            .addScalar("provider", String.class)
            .addScalar("subject", String.class)
            .addScalar("linked_at", Instant.class)
            .setParameter(1, user.value())
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(row -> new Identity((String) row[0], (String) row[1], (Instant) row[2]))
        .toList();
  }

  void add(UserId user, OidcUserInfo oidcUserInfo) {
    em.createNativeQuery(
            "insert into external_identity (provider, subject, user_id, linked_at)"
                + " values (?, ?, ?, ?)")
        .setParameter(1, oidcUserInfo.issuer())
        .setParameter(2, oidcUserInfo.subject())
        .setParameter(3, user.value())
        .setParameter(4, clock.instant())
        .executeUpdate();
  }

  /** Lets one transaction at a time link an account, over all instances. */
  void lock() {
    em.createNativeQuery("select 1 from pg_advisory_xact_lock(" + LINKING + ")").getSingleResult();
  }
}
