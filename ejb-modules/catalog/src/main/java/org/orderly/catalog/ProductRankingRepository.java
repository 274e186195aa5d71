package org.orderly.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.orderly.catalog.database.CatalogDatabase;
import org.orderly.catalog.database.CatalogRevision;
import org.orderly.kernel.ProductId;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.platform.persistence.SqlBatch;

/**
 * Writes the popularity of products, which ranks search results that match equally well. It is set
 * from the sales figures, never by an edit of a product.
 */
@ApplicationScoped
@Transactional(TxType.NOT_SUPPORTED)
public class ProductRankingRepository {

  /** Skips rows that stay the same: a changed row is written to every index. */
  private static final String RANK =
      """
      update product p set popularity = coalesce(n.popularity, 0)
      from product q
      left join unnest(?, ?) as n (id, popularity) on n.id = q.id
      where p.id = q.id and p.popularity <> coalesce(n.popularity, 0)""";

  private final DomainDatabase database;
  private final CatalogRevision revision;

  @Inject
  ProductRankingRepository(
      @Domain(CatalogDatabase.DOMAIN) DomainDatabase database, CatalogRevision revision) {
    this.database = database;
    this.revision = revision;
  }

  /**
   * Sets the popularity of all products, in one statement; idempotent. Versions and entity tags
   * stay.
   *
   * @param popularity of products that have any; all others get zero
   * @return how many products have another rank now
   * @throws org.orderly.platform.persistence.DatabaseUnavailable if the database does not answer
   */
  public int rank(Map<ProductId, Integer> popularity) {
    List<Object> ids = new ArrayList<>();
    List<Object> ranks = new ArrayList<>();
    popularity.forEach(
        (id, rank) -> {
          ids.add(id.value());
          ranks.add(rank);
        });
    int changed =
        database.change(RANK, SqlBatch.column("uuid", ids), SqlBatch.column("int", ranks));
    revision.rise();
    return changed;
  }
}
