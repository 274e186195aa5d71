package org.orderly.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** The categories, for putting products into them. */
@ApplicationScoped
class CategoryTree {

  /** Two writers may need the same new category at once; the second waits and finds it. */
  private static final String ADD =
      "insert into category (parent_id, name, names, path)"
          + " values (?1, ?2, string_to_array(?3, chr(31)), ?4) on conflict (path) do nothing";

  private static final String FIND = "select id from category where path = ?1";

  @PersistenceContext(unitName = "catalog")
  private EntityManager database;

  /**
   * The id of the category at the end of a path, made on the way where it is missing.
   *
   * @return {@code null} for the empty path
   */
  Long at(CategoryPath path) {
    if (path.isEmpty()) {
      return null;
    }
    Long known = find(path);
    return known == null ? grow(path) : known;
  }

  private Long grow(CategoryPath path) {
    Long id = null;
    for (CategoryPath step : path.lineage()) {
      Long parent = id;
      id = find(step);
      if (id == null) {
        add(step, parent);
        id = find(step);
      }
    }
    return id;
  }

  private void add(CategoryPath path, Long parent) {
    database
        .createNativeQuery(ADD)
        .setParameter(1, parent)
        .setParameter(2, path.name())
        .setParameter(3, String.join("\u001f", path.names()))
        .setParameter(4, path.key())
        .executeUpdate();
  }

  private Long find(CategoryPath path) {
    List<?> found = database.createNativeQuery(FIND).setParameter(1, path.key()).getResultList();
    return found.isEmpty() ? null : ((Number) found.get(0)).longValue();
  }
}
