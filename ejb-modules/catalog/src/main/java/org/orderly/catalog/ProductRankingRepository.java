package org.orderly.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.orderly.kernel.ProductId;

/**
 * How popular products are, which ranks those that are otherwise alike. Whoever counts sales sets
 * it; nobody who edits a product does.
 */
@ApplicationScoped
@Transactional(TxType.NOT_SUPPORTED)
public class ProductRankingRepository {

  /** Products that stay what they are cost nothing: a row that changes is written to each index. */
  private static final String RANK =
      """
      update product p set popularity = coalesce(n.popularity, 0)
      from product q
      left join unnest(?, ?) as n (id, popularity) on n.id = q.id
      where p.id = q.id and p.popularity <> coalesce(n.popularity, 0)""";

  private final CatalogDatabase database;

  @Inject
  ProductRankingRepository(CatalogDatabase database) {
    this.database = database;
  }

  /**
   * Sets the popularity of all products, in one statement; idempotent. Versions and entity tags
   * stay.
   *
   * @param popularity of products that have any; all others get zero
   * @return how many products have another rank now
   * @throws CatalogUnavailable if the database does not answer
   */
  public int rank(Map<ProductId, Integer> popularity) {
    List<Object> ids = new ArrayList<>();
    List<Object> ranks = new ArrayList<>();
    popularity.forEach(
        (id, rank) -> {
          ids.add(id.value());
          ranks.add(rank);
        });
    try (Connection connection = database.connection();
        PreparedStatement update = connection.prepareStatement(RANK)) {
      update.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
      update.setArray(2, connection.createArrayOf("int", ranks.toArray()));
      return update.executeUpdate();
    } catch (SQLException e) {
      throw new CatalogUnavailable(e);
    }
  }
}
