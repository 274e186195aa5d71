package org.orderly.catalog.category;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.orderly.catalog.database.CatalogDatabase;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;

/**
 * Reads the category tree: committed data, from the pool of connections that only shoppers' reads
 * use. All throw {@link org.orderly.platform.persistence.DatabaseUnavailable} if the database does
 * not answer.
 */
@ApplicationScoped
@Transactional(TxType.NOT_SUPPORTED)
public class CategoryQueries {

  private static final String TREE =
      "select c.id, c.uid, c.parent_id, c.name, c.path, count(p.id) as products"
          + " from category c"
          + " left join product p on p.category_id = c.id and p.withdrawn_at is null"
          + " group by c.id";

  /**
   * Ids of the categories that a filter means, with everything below them. Ends of paths are names;
   * a full path means one category, a name may mean several.
   */
  public static final String BELOW =
      "with asked as ("
          + "   select path from category where path = ?"
          + "   union all"
          + "   select path from category where path like ? and not exists"
          + "     (select 1 from category where path = ?))"
          + " select distinct c.id from category c join asked a"
          + " on c.path = a.path or starts_with(c.path, a.path || '/')";

  private static final Comparator<Category> BY_NAME =
      Comparator.comparing(Category::name, String.CASE_INSENSITIVE_ORDER)
          .thenComparing(Category::path);

  private final DomainDatabase reads;

  @Inject
  CategoryQueries(@Domain(CatalogDatabase.READS) DomainDatabase reads) {
    this.reads = reads;
  }

  /** The parameters of {@link #BELOW}. */
  public static List<String> belowOf(String filter) {
    String key = CategoryPath.keyOf(filter);
    return List.of(key, "%/" + key, key);
  }

  /**
   * One category, whether or not there is something to sell in it.
   *
   * @throws CategoryNotFound if it is unknown
   */
  public ManagedCategory category(UUID id) {
    return reads
        .first(CategoryRepository.Node::of, CategoryRepository.ONE, id)
        .orElseThrow(() -> new CategoryNotFound(id))
        .view();
  }

  /**
   * The roots of the category tree.
   *
   * @param empty whether categories without a product on sale are included
   */
  public List<Category> categories(boolean empty) {
    Map<Long, List<Node>> byParent = new HashMap<>();
    for (Node node : reads.list(CategoryQueries::node, TREE)) {
      byParent.computeIfAbsent(node.parent(), p -> new ArrayList<>()).add(node);
    }
    return children(0, byParent, empty);
  }

  private static Node node(ResultSet row) throws SQLException {
    return new Node(
        row.getLong("id"),
        row.getObject("uid", UUID.class),
        row.getLong("parent_id"),
        row.getString("name"),
        row.getString("path"),
        row.getLong("products"));
  }

  /**
   * A category and the products in it, without those below it.
   *
   * @param parent 0 for a root
   */
  record Node(long id, UUID uid, long parent, String name, String path, long products) {}

  /**
   * @param parent 0 for the roots
   * @param empty whether categories with nothing to sell in or below them are told, too
   */
  static List<Category> children(long parent, Map<Long, List<Node>> byParent, boolean empty) {
    List<Category> children = new ArrayList<>();
    for (Node node : byParent.getOrDefault(parent, List.of())) {
      List<Category> below = children(node.id(), byParent, empty);
      long count = node.products() + below.stream().mapToLong(Category::productCount).sum();
      if (empty || count > 0) {
        children.add(new Category(node.uid(), node.name(), node.path(), count, below));
      }
    }
    children.sort(BY_NAME);
    return children;
  }
}
