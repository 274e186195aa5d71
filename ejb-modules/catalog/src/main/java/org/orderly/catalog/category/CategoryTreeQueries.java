package org.orderly.catalog.category;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.catalog.database.CatalogDatabase;
import org.orderly.catalog.database.CatalogRevision;
import org.orderly.kernel.UuidV7;
import org.orderly.platform.events.Outbox;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;

/** The categories, for putting products into them. */
@ApplicationScoped
public class CategoryTreeQueries {

  /**
   * What is above keeps its own names, however the path spells them. Two writers may need the same
   * new category at once; the second waits and finds it.
   */
  private static final String ADD =
      "insert into category (parent_id, name, names, path)"
          + " select p.id, n.name, coalesce(p.names, '{}') || n.name, n.path"
          + " from (select cast(? as bigint) as parent, cast(? as text) as name,"
          + " cast(? as text) as path) n"
          + " left join category p on p.id = n.parent"
          + " on conflict (path) do nothing";

  private static final String FIND = "select id from category where path = ?";

  private static final String IDS = "select uid from category where id = ?";

  private final DomainDatabase database;
  private final Outbox outbox;
  private final CatalogRevision revision;
  private final Clock clock;

  @Inject
  CategoryTreeQueries(
      @Domain(CatalogDatabase.DOMAIN) DomainDatabase database,
      @Domain(CatalogDatabase.DOMAIN) Outbox outbox,
      CatalogRevision revision,
      Clock clock) {
    this.database = database;
    this.outbox = outbox;
    this.revision = revision;
    this.clock = clock;
  }

  /**
   * The id of the category at the end of a path, made on the way where it is missing.
   *
   * @return {@code null} for the empty path
   */
  public @Nullable Long at(CategoryPath path) {
    return path.isEmpty() ? null : find(path).orElseGet(() -> grow(path));
  }

  /** Nobody renames or moves what is above meanwhile. */
  private Long grow(CategoryPath path) {
    database.exists(CategoryRepository.LOCK);
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
    database.change(ADD, parent.orElse(null), path.name(), path.key());
  }

  private void tell(CategoryPath path, Long id, Optional<Long> parent) {
    UUID parentId = parent.map(this::uid).orElse(null);
    outbox.append(
        new CategoryCreated(
            UuidV7.next(), clock.instant(), uid(id), parentId, path.name(), path.key()));
  }

  private UUID uid(Long id) {
    return database.one(row -> row.getObject(1, UUID.class), IDS, id);
  }

  private Optional<Long> find(CategoryPath path) {
    return database.first(row -> row.getLong(1), FIND, path.key());
  }
}
