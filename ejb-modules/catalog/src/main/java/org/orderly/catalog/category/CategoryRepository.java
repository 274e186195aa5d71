package org.orderly.catalog.category;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.catalog.database.CatalogDatabase;
import org.orderly.catalog.database.CatalogRevision;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.platform.persistence.SqlBatch;

/** Writes the category tree, and loads single categories for writing. */
@ApplicationScoped
class CategoryRepository {

  private static final String LOCK = "select cast(pg_advisory_xact_lock(7305902) as text)";

  private static final String NODE =
      "select c.id, c.uid, p.uid as parent, c.names, c.path, c.version,"
          + " (select count(*) from product where category_id = c.id and withdrawn_at is null)"
          + " as products,"
          + " (select count(*) from category k where k.parent_id = c.id) as children"
          + " from category c left join category p on p.id = c.parent_id";

  static final String ONE = NODE + " where c.uid = ?";
  private static final String NODE_AT = NODE + " where c.path = ?";
  private static final String AT = "select id from category where path = ?";

  /** Waits for transactions that put a product into the category, and blocks later ones. */
  private static final String LOCK_ONE = "select id from category where uid = ? for update";

  private static final String LEVELS =
      "select max(cardinality(names)) from category where path = ? or starts_with(path, ?)";

  private static final String INSERT =
      "insert into category (uid, parent_id, name, names, path) values (?, ?, ?, ?, ?)";

  /** Renames or moves a category: it and its descendants get another prefix in names and path. */
  private static final String REWRITE =
      "update category set names = ? || names[?:], path = ? || substr(path, ?),"
          + " name = case when id = ? then ? else name end,"
          + " parent_id = case when id = ? then cast(? as bigint) else parent_id end,"
          + " version = version + 1"
          + " where path = ? or starts_with(path, ?)";

  /** Their categories read differently now, so that entity tags that clients hold are outdated. */
  private static final String OUTDATE_PRODUCTS =
      "update product set version = version + 1 where withdrawn_at is null and category_id in"
          + " (select id from category where path = ? or starts_with(path, ?))";

  private static final String LEAVE_TO_PARENT =
      "update product set category_id = (select parent_id from category where id = ?)"
          + " where category_id = ?";

  private static final String DELETE = "delete from category where id = ?";

  private final DomainDatabase database;
  private final CatalogRevision revision;

  @Inject
  CategoryRepository(
      @Domain(CatalogDatabase.DOMAIN) DomainDatabase database, CatalogRevision revision) {
    this.database = database;
    this.revision = revision;
  }

  /**
   * A row of the category tree.
   *
   * @param key its key in the database
   * @param parentId {@code null} for a root of the tree
   * @param names from the root of the tree down to its own
   */
  record Node(
      long key,
      UUID id,
      @Nullable UUID parentId,
      List<String> names,
      String path,
      long products,
      long children,
      long version) {

    static Node of(ResultSet row) throws SQLException {
      return new Node(
          row.getLong("id"),
          row.getObject("uid", UUID.class),
          row.getObject("parent", UUID.class),
          List.of((String[]) row.getArray("names").getArray()),
          row.getString("path"),
          row.getLong("products"),
          row.getLong("children"),
          row.getLong("version"));
    }

    String name() {
      return names.get(names.size() - 1);
    }

    /** Whether the other category is this one or one of its descendants. */
    boolean isAbove(Node other) {
      return (other.path() + '/').startsWith(path + '/');
    }

    ManagedCategory view() {
      return new ManagedCategory(id, parentId, name(), path, version);
    }
  }

  /** Makes other writers of the tree wait until the transaction ends. */
  void lockTree() {
    database.exists(LOCK);
  }

  void lock(UUID id) {
    database.exists(LOCK_ONE, id);
  }

  /**
   * @throws CategoryNotFound if it is unknown
   */
  Node one(UUID id) {
    return database.first(Node::of, ONE, id).orElseThrow(() -> new CategoryNotFound(id));
  }

  /** The key of the category at the end of a path; empty if there is none. */
  Optional<Long> at(CategoryPath path) {
    return database.first(row -> row.getLong(1), AT, path.key());
  }

  /** The category at the end of a path; empty if there is none. */
  Optional<Node> nodeAt(CategoryPath path) {
    return database.first(Node::of, NODE_AT, path.key());
  }

  /** The number of levels of a category and its descendants. */
  int levelsOf(Node node) {
    int deepest = database.one(row -> row.getInt(1), LEVELS, node.path(), node.path() + '/');
    return deepest - node.names().size() + 1;
  }

  void insert(UUID id, @Nullable Long parent, CategoryPath path) {
    revision.riseAfterTransaction();
    database.change(
        INSERT, id, parent, path.name(), SqlBatch.column("text", path.names()), path.key());
  }

  void move(Node node, @Nullable Long parent, CategoryPath path) {
    String below = node.path() + '/';
    revision.riseAfterTransaction();
    database.run(
        new SqlBatch()
            .change(OUTDATE_PRODUCTS, node.path(), below)
            .change(
                REWRITE,
                SqlBatch.column("text", path.names()),
                node.names().size() + 1,
                path.key(),
                node.path().length() + 1,
                node.key(),
                path.name(),
                node.key(),
                parent,
                node.path(),
                below));
  }

  void delete(Node node) {
    revision.riseAfterTransaction();
    database.run(
        new SqlBatch().change(LEAVE_TO_PARENT, node.key(), node.key()).change(DELETE, node.key()));
  }
}
