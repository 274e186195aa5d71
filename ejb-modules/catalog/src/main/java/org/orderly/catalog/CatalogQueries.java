package org.orderly.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.orderly.kernel.Page;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.UserId;

/**
 * What is on offer.
 *
 * <p>Every method is a read of committed data outside of the caller's transaction, so that asking
 * for a price never ties a checkout to the catalogue's database.
 *
 * <p>All throw a failure of kind unavailable if the database does not answer.
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

  private final CatalogDatabase database;

  @Inject
  CatalogQueries(CatalogDatabase database) {
    this.database = database;
  }

  /** The current offers for these products; those unknown or withdrawn are absent. */
  public Map<ProductId, Offer> offers(Collection<ProductId> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return read(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(OFFERS)) {
            Object[] uuids = ids.stream().map(ProductId::value).toArray();
            select.setArray(1, connection.createArrayOf("uuid", uuids));
            return offers(select);
          }
        });
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
   * Lets through who may change a product.
   *
   * @throws ProductNotFound if it is unknown or withdrawn
   * @throws NotYourProduct if the actor is a vendor and it is not theirs
   */
  public void requireChangeable(ProductId id, Actor actor) {
    UserId owner = read(connection -> owner(connection, id));
    if (!actor.admin() && !actor.id().equals(owner)) {
      throw new NotYourProduct(id);
    }
  }

  private static UserId owner(Connection connection, ProductId id) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(OWNER)) {
      select.setObject(1, id.value());
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          throw new ProductNotFound(id);
        }
        return ProductRow.owner(row);
      }
    }
  }

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
    return one("p.sku", sku);
  }

  /** One page of products: best match first, then by popularity, then the newest. */
  public Page<ProductView> search(ProductFilter query) {
    return read(
        connection -> {
          String category = query.category();
          List<Long> within = category == null ? null : CategoryQueries.below(connection, category);
          return new ProductQueries(query, within).read(connection);
        });
  }

  /**
   * The roots of the category tree.
   *
   * @param empty whether categories that have nothing to sell are told, too
   */
  public List<Category> categories(boolean empty) {
    return read(connection -> CategoryQueries.tree(connection, empty));
  }

  /**
   * One category, whether or not there is something to sell in it.
   *
   * @throws CategoryNotFound if it is unknown
   */
  public ManagedCategory category(UUID id) {
    return read(connection -> CategoryQueries.one(connection, id));
  }

  /**
   * The category of each product, as names from the root down; also of products that are no longer
   * sold. Those unknown are absent.
   */
  public Map<ProductId, List<String>> categoriesOf(Collection<ProductId> ids) {
    return read(
        connection -> {
          Map<ProductId, List<String>> categories = new HashMap<>();
          try (PreparedStatement select = connection.prepareStatement(CATEGORIES)) {
            Object[] uuids = ids.stream().map(ProductId::value).toArray();
            select.setArray(1, connection.createArrayOf("uuid", uuids));
            try (ResultSet rows = select.executeQuery()) {
              while (rows.next()) {
                categories.put(ProductRow.id(rows), ProductRow.categories(rows));
              }
            }
          }
          return categories;
        });
  }

  private static Map<ProductId, Offer> offers(PreparedStatement select) throws SQLException {
    Map<ProductId, Offer> offers = new HashMap<>();
    try (ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        Offer offer = ProductRow.offer(rows);
        offers.put(offer.id(), offer);
      }
    }
    return offers;
  }

  private ProductView one(String column, Object value) {
    return read(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(ONE.formatted(column))) {
            select.setObject(1, value);
            try (ResultSet row = select.executeQuery()) {
              if (!row.next()) {
                throw new ProductNotFound(value);
              }
              return ProductRow.view(row);
            }
          }
        });
  }

  @FunctionalInterface
  private interface Read<T> {
    T from(Connection connection) throws SQLException;
  }

  private <T> T read(Read<T> read) {
    try (Connection connection = database.connection()) {
      return read.from(connection);
    } catch (SQLException e) {
      throw new CatalogUnavailable(e);
    }
  }
}
