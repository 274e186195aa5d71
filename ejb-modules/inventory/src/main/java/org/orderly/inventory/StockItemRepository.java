package org.orderly.inventory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.orderly.kernel.ProductId;

@ApplicationScoped
class StockItemRepository {

  @PersistenceContext(unitName = InventoryDatabase.DOMAIN)
  private EntityManager entities;

  Optional<StockItem> find(StockLocationId location, ProductId product) {
    return Optional.ofNullable(entities.find(StockItem.class, key(location, product)));
  }

  Optional<StockItem> lock(StockLocationId location, ProductId product) {
    return Optional.ofNullable(
        entities.find(StockItem.class, key(location, product), LockModeType.PESSIMISTIC_WRITE));
  }

  private static StockItem.Key key(StockLocationId location, ProductId product) {
    return new StockItem.Key(product.value(), location.value());
  }

  List<StockItem> of(StockLocationId location, Collection<ProductId> products) {
    return entities
        .createQuery(
            "select item from StockItem item"
                + " where item.productId in :products and item.locationId = :location",
            StockItem.class)
        .setParameter("products", products.stream().map(ProductId::value).toList())
        .setParameter("location", location.value())
        .getResultList();
  }

  /** Adds an item, to which movements can be appended at once. */
  void add(StockItem item) {
    entities.persist(item);
    entities.flush();
  }
}
