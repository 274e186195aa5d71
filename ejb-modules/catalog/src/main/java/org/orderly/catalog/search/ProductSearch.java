package org.orderly.catalog.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
  private final Spelling spelling;
  private final Synonyms synonyms;
  private final SearchMisses misses;

  @Inject
  ProductSearch(
      @Domain(CatalogDatabase.READS) DomainDatabase reads,
      Spelling spelling,
      Synonyms synonyms,
      SearchMisses misses) {
    this.reads = reads;
    this.spelling = spelling;
    this.synonyms = synonyms;
    this.misses = misses;
  }

  /**
   * One page of products in the order of the filter. If nothing has the words of the filter,
   * products with words that resemble them.
   *
   * @throws org.orderly.kernel.InvalidValue if the cursor belongs to another list
   */
  public ProductMatches search(ProductFilter filter) {
    String text = filter.q();
    if (text == null) {
      return matches(filter, null, new ProductListQueries(filter, null).read(reads), null);
    }
    TextQuery typed = words(text);
    String cursor = filter.cursor();
    if (cursor != null && !new ListCursor(filter, typed).accepts(cursor)) {
      return corrected(filter, text).orElseGet(() -> asTyped(filter, typed));
    }
    ProductMatches found = asTyped(filter, typed);
    if (cursor != null || !found.items().isEmpty()) {
      return found;
    }
    Optional<ProductMatches> corrected = corrected(filter, text);
    if (corrected.isEmpty() && filter.isOnlyWords()) {
      misses.count(text);
    }
    return corrected.orElse(found);
  }

  private ProductMatches asTyped(ProductFilter filter, TextQuery words) {
    return matches(filter, words, new ProductListQueries(filter, words).read(reads), null);
  }

  private Optional<ProductMatches> corrected(ProductFilter filter, String typed) {
    return spelling
        .corrected(typed)
        .flatMap(
            text -> {
              TextQuery words = words(text);
              Page<ProductView> page = new ProductListQueries(filter, words).read(reads);
              return page.items().isEmpty()
                  ? Optional.empty()
                  : Optional.of(matches(filter, words, page, text));
            });
  }

  private TextQuery words(String text) {
    return TextQuery.of(text, synonyms.all());
  }

  private ProductMatches matches(
      ProductFilter filter,
      @Nullable TextQuery words,
      Page<ProductView> page,
      @Nullable String didYouMean) {
    Facets facets =
        filter.facets().isEmpty() ? null : new FacetQueries(filter, words, reads).read();
    return new ProductMatches(page.items(), page.nextCursor(), didYouMean, facets);
  }
}
