package org.orderly.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orderly.catalog.category.CatalogText;
import org.orderly.catalog.database.CatalogDatabase;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.UserId;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.platform.persistence.SqlBatch;

/**
 * The catalogue's read models: offers and products.
 *
 * <p>Every method reads committed data outside the caller's transaction, so that the catalogue's
 * database never takes part in a checkout. What shoppers read (products, searches) comes from a
 * pool of connections that checkouts do not use.
 *
 * <p>All throw {@link org.orderly.platform.persistence.DatabaseUnavailable} if the database does
 * not answer.
 */
@ApplicationScoped
@Transactional(TxType.NOT_SUPPORTED)
public class CatalogQueries {

  private static final String OFFERS =
      "select id, sku, name, price_minor, price_currency, quantity_scale, owner from product"
          + " where id = any (?) and withdrawn_at is null";

  private static final String OWNER =
      "select owner from product where id = ? and withdrawn_at is null";

  private static final String CATEGORIES =
      "select p.id, c.names as categories" + ProductRow.FROM + " where p.id = any (?)";

  private static final String ONE =
      "select " + ProductRow.COLUMNS + ProductRow.FROM + " where p.withdrawn_at is null and %s = ?";

  private final DomainDatabase database;
  private final DomainDatabase reads;

  @Inject
  CatalogQueries(
      @Domain(CatalogDatabase.DOMAIN) DomainDatabase database,
      @Domain(CatalogDatabase.READS) DomainDatabase reads) {
    this.database = database;
    this.reads = reads;
  }

  /** The current offers for these products; those unknown or withdrawn are absent. */
  public Map<ProductId, Offer> offers(Collection<ProductId> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return database.list(ProductRow::offer, OFFERS, uuids(ids)).stream()
        .collect(Collectors.toMap(Offer::id, Function.identity()));
  }

  /**
   * The current offer for one product.
   *
   * @throws ProductNotFound if it is unknown or withdrawn
   */
  public Offer offer(ProductId id) {
    Offer offer = offers(List.of(id)).get(id);
    if (offer == null) {
      throw new ProductNotFound(id);
    }
    return offer;
  }

  /**
   * Requires that the actor may change a product.
   *
   * @throws ProductNotFound if it is unknown or withdrawn
   * @throws NotYourProduct if the actor is a vendor and it is not theirs
   */
  public void requireChangeable(ProductId id, Actor actor) {
    Owned owned =
        database
            .first(row -> new Owned(ProductRow.owner(row)), OWNER, id.value())
            .orElseThrow(() -> new ProductNotFound(id));
    if (!actor.admin() && !actor.id().equals(owned.by())) {
      throw new NotYourProduct(id);
    }
  }

  /** A product that exists, and the vendor it belongs to, which is {@code null} for the shop's. */
  private record Owned(@Nullable UserId by) {}

  /**
   * @throws ProductNotFound if it is unknown or withdrawn
   */
  public ProductView product(ProductId id) {
    return one("p.id", id.value());
  }

  /**
   * The product on sale with exactly this sku.
   *
   * @throws ProductNotFound if there is none
   */
  public ProductView productWithSku(String sku) {
    if (sku.indexOf(0) >= 0) {
      // PostgreSQL knows no such text
      throw new ProductNotFound("with this sku");
    }
    return one("p.sku", CatalogText.folded(sku));
  }

  /**
   * The category of each product, as names from the root down; also of products that are no longer
   * sold. Those unknown are absent.
   */
  public Map<ProductId, List<String>> categoriesOf(Collection<ProductId> ids) {
    Map<ProductId, List<String>> categories = new HashMap<>();
    database
        .list(
            row -> Map.entry(ProductRow.id(row), ProductRow.categories(row)),
            CATEGORIES,
            uuids(ids))
        .forEach(product -> categories.put(product.getKey(), product.getValue()));
    return categories;
  }

  private static Object uuids(Collection<ProductId> ids) {
    return SqlBatch.column("uuid", ids.stream().map(ProductId::value).toList());
  }

  private ProductView one(String column, Object value) {
    return reads
        .first(ProductRow::view, ONE.formatted(column), value)
        .orElseThrow(() -> new ProductNotFound(value));
  }
}
