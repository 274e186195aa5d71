package org.orderly.catalog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads the category tree. */
final class CategoryQueries {

  private static final String TREE =
      "select c.id, c.uid, c.parent_id, c.name, c.path, count(p.id) as products"
          + " from category c"
          + " left join product p on p.category_id = c.id and p.withdrawn_at is null"
          + " group by c.id";

  /**
   * Ids of the categories that a filter means, with everything below them. Ends of paths are names;
   * a full path means one category, a name may mean several.
   */
  static final String BELOW =
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

  private CategoryQueries() {}

  /** The parameters of {@link #BELOW}. */
  static List<String> belowOf(String filter) {
    String key = CategoryPath.keyOf(filter);
    return List.of(key, "%/" + key, key);
  }

  static ManagedCategory one(Connection connection, UUID id) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(CategoryRepository.ONE)) {
      select.setObject(1, id);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          throw new CategoryNotFound(id);
        }
        return CategoryRepository.Node.of(row).view();
      }
    }
  }

  static List<Category> tree(Connection connection, boolean empty) throws SQLException {
    Map<Long, List<Node>> byParent = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(TREE);
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        Node node =
            new Node(
                rows.getLong("id"),
                rows.getObject("uid", UUID.class),
                rows.getString("name"),
                rows.getString("path"),
                rows.getLong("products"));
        byParent.computeIfAbsent(rows.getLong("parent_id"), p -> new ArrayList<>()).add(node);
      }
    }
    return children(0, byParent, empty);
  }

  record Node(long id, UUID uid, String name, String path, long products) {}

  /**
   * A root's parent reads as 0.
   *
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
