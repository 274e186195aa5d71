package org.orderly.catalog.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.orderly.catalog.database.CatalogDatabase;
import org.orderly.catalog.database.CatalogRevision;
import org.orderly.catalog.database.PerRevision;
import org.orderly.catalog.search.Suggestions.SuggestedCategory;
import org.orderly.catalog.search.Suggestions.SuggestedProduct;
import org.orderly.catalog.words.Words;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.ProductId;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;

/**
 * Suggests what begins with what was typed. Of many that do, the first few hundred are looked at.
 *
 * <p>Throws {@link org.orderly.platform.persistence.DatabaseUnavailable} if the database does not
 * answer.
 */
@ApplicationScoped
@Transactional(TxType.NOT_SUPPORTED)
public class SuggestionQueries {

  private static final int MAX_LENGTH = 100;
  private static final int MAX_EACH = 10;
  private static final int DEFAULT_EACH = 5;

  /** Names that begin so, then skus, then products with all these words. */
  private static final String PRODUCTS =
      """
      with found as (
        (select p.id, 2 as match from product p
          where p.withdrawn_at is null and p.name_key ^@ ? order by p.name_key limit 300)
        union all
        (select p.id, 1 from product p
          where p.withdrawn_at is null and p.sku_key ^@ ? order by p.sku_key limit 50)
        union all
        (select p.id, 0 from product p
          where p.withdrawn_at is null and p.search @@ cast(? as tsquery) limit 300))
      select p.id, p.sku, p.name, p.image_url
      from (select id, max(match) as match from found group by id) f join product p on p.id = f.id
      order by f.match desc, p.popularity desc, p.id desc limit ?""";

  private static final String BRANDS =
      """
      select max(brand) as brand from (
        select p.brand, p.brand_key from product p
        where p.withdrawn_at is null and p.brand_key ^@ ? limit 5000) b
      group by brand_key order by count(*) desc, brand_key limit ?""";

  private static final String CATEGORIES =
      "select path, names from category order by cardinality(names), path limit 20000";

  private final DomainDatabase reads;
  private final PerRevision<List<KeyedCategory>> categories;

  @Inject
  SuggestionQueries(@Domain(CatalogDatabase.READS) DomainDatabase reads, CatalogRevision revision) {
    this.reads = reads;
    this.categories =
        new PerRevision<>(revision, () -> reads.list(SuggestionQueries::category, CATEGORIES));
  }

  /**
   * A category that can be suggested.
   *
   * @param key what its name is compared by
   */
  private record KeyedCategory(String key, SuggestedCategory category) {}

  /**
   * What begins so.
   *
   * @param limit how many of each kind; {@code null} for five
   * @throws InvalidValue naming the parameter that is wrong
   */
  public Suggestions suggest(String typed, Integer limit) {
    if (typed == null || typed.isBlank()) {
      throw new InvalidValue("q", "is missing: what was typed so far");
    }
    if (typed.length() > MAX_LENGTH) {
      throw new InvalidValue("q", "is longer than " + MAX_LENGTH + " characters");
    }
    int each = limit == null ? DEFAULT_EACH : limit;
    if (each < 1 || each > MAX_EACH) {
      throw new InvalidValue("limit", "must be between 1 and " + MAX_EACH);
    }
    TextQuery words = TextQuery.of(typed);
    String key = words.key();
    if (key.isEmpty() || words.isEmpty()) {
      return new Suggestions(List.of(), List.of(), List.of());
    }
    return new Suggestions(
        reads.list(SuggestionQueries::product, PRODUCTS, key, key, words.expression(), each),
        categories.get().stream()
            .filter(category -> category.key().startsWith(key))
            .limit(each)
            .map(KeyedCategory::category)
            .toList(),
        reads.list(row -> row.getString("brand"), BRANDS, key, each));
  }

  private static SuggestedProduct product(ResultSet row) throws SQLException {
    return new SuggestedProduct(
        new ProductId(row.getObject("id", UUID.class)),
        row.getString("sku"),
        row.getString("name"),
        row.getString("image_url"));
  }

  private static KeyedCategory category(ResultSet row) throws SQLException {
    List<String> names = List.of((String[]) row.getArray("names").getArray());
    return new KeyedCategory(
        Words.key(names.getLast()), new SuggestedCategory(row.getString("path"), names));
  }
}
