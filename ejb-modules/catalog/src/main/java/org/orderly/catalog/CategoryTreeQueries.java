package org.orderly.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.UuidV7;
import org.orderly.platform.events.Outbox;
import org.orderly.platform.persistence.Domain;

/** The categories, for putting products into them. */
@ApplicationScoped
class CategoryTreeQueries {

  /**
   * What is above keeps its own names, however the path spells them. Two writers may need the same
   * new category at once; the second waits and finds it.
   */
  private static final String ADD =
      "insert into category (parent_id, name, names, path)"
          + " values (?1, ?2, coalesce((select names from category where id = cast(?1 as bigint)),"
          + " '{}') || cast(?2 as text), ?3) on conflict (path) do nothing";

  private static final String FIND = "select id from category where path = ?1";

  private static final String IDS = "select uid from category where id = ?1";

  @PersistenceContext(unitName = "catalog")
  private EntityManager database;

  @Inject
  @Domain("catalog")
  private Outbox outbox;

  @Inject private CatalogRevision revision;
  @Inject private Clock clock;

  /**
   * The id of the category at the end of a path, made on the way where it is missing.
   *
   * @return {@code null} for the empty path
   */
  @Nullable Long at(CategoryPath path) {
    return path.isEmpty() ? null : find(path).orElseGet(() -> grow(path));
  }

  /** Nobody renames or moves what is above meanwhile. */
  private Long grow(CategoryPath path) {
    database.createNativeQuery(CategoryRepository.LOCK).getSingleResult();
    Optional<Long> id = Optional.empty();
    for (CategoryPath step : path.lineage()) {
      Optional<Long> parent = id;
      id = find(step);
      if (id.isEmpty()) {
        add(step, parent);
        id = find(step);
        tell(step, id.orElseThrow(), parent);
      }
    }
    return id.orElseThrow();
  }

  private void add(CategoryPath path, Optional<Long> parent) {
    revision.riseAfterTransaction();
    database
        .createNativeQuery(ADD)
        .setParameter(1, parent.orElse(null))
        .setParameter(2, path.name())
        .setParameter(3, path.key())
        .executeUpdate();
  }

  private void tell(CategoryPath path, Long id, Optional<Long> parent) {
    UUID parentId = parent.map(this::uid).orElse(null);
    outbox.append(
        new CategoryCreated(
            UuidV7.next(), clock.instant(), uid(id), parentId, path.name(), path.key()));
  }

  private UUID uid(Long id) {
    return (UUID) database.createNativeQuery(IDS).setParameter(1, id).getSingleResult();
  }

  private Optional<Long> find(CategoryPath path) {
    List<?> found = database.createNativeQuery(FIND).setParameter(1, path.key()).getResultList();
    return found.stream().findFirst().map(id -> ((Number) id).longValue());
  }
}
