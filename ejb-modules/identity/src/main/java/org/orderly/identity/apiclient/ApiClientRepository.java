package org.orderly.identity.apiclient;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The API clients in the database. */
@ApplicationScoped
class ApiClientRepository {

  /** Any constant: whoever makes an API client holds this lock of the database. */
  private static final long MAKING = 7305830;

  @PersistenceContext(unitName = "identity")
  private EntityManager em;

  void add(ApiClient apiClient) {
    em.persist(apiClient);
  }

  Optional<ApiClient> find(UUID id) {
    return Optional.ofNullable(em.find(ApiClient.class, id));
  }

  Optional<ApiClient> locked(UUID id) {
    return Optional.ofNullable(em.find(ApiClient.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** Newest first. */
  List<ApiClient> before(@Nullable UUID id, int most) {
    String where = id == null ? "" : " where m.id < :id";
    var query =
        em.createQuery(
            "select m from ApiClient m" + where + " order by m.id desc", ApiClient.class);
    if (id != null) {
      query.setParameter("id", id);
    }
    return query.setMaxResults(most).getResultList();
  }

  long inUse() {
    return em.createQuery("select count(m) from ApiClient m where m.revokedAt is null", Long.class)
        .getSingleResult();
  }

  /** Lets one transaction at a time make an API client, over all instances. */
  void lockMaking() {
    em.createNativeQuery("select 1 from pg_advisory_xact_lock(" + MAKING + ")").getSingleResult();
  }
}
