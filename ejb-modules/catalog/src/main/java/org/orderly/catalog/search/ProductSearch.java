package org.orderly.catalog.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import org.orderly.catalog.ProductView;
import org.orderly.catalog.database.CatalogDatabase;
import org.orderly.kernel.Page;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;

/**
 * Lists products by words and filters. Reads committed data from the pool that only shoppers' reads
 * use; throws {@link org.orderly.platform.persistence.DatabaseUnavailable} if the database does not
 * answer.
 */
@ApplicationScoped
@Transactional(TxType.NOT_SUPPORTED)
public class ProductSearch {

  private final DomainDatabase reads;

  @Inject
  ProductSearch(@Domain(CatalogDatabase.READS) DomainDatabase reads) {
    this.reads = reads;
  }

  /** One page of products in the order of the filter. */
  public Page<ProductView> search(ProductFilter filter) {
    TextQuery words = filter.q() == null ? null : TextQuery.of(filter.q());
    return new ProductListQueries(filter, words).read(reads);
  }
}
