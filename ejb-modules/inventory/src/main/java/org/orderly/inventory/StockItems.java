package org.orderly.inventory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.orderly.kernel.ProductId;

@ApplicationScoped
class StockItems {

  @PersistenceContext(unitName = InventoryDatabase.NAME)
  private EntityManager entities;

  Optional<StockItem> find(ProductId id) {
    return Optional.ofNullable(entities.find(StockItem.class, id.value()));
  }

  Optional<StockItem> lock(ProductId id) {
    return Optional.ofNullable(
        entities.find(StockItem.class, id.value(), LockModeType.PESSIMISTIC_WRITE));
  }

  List<StockItem> of(Collection<ProductId> ids) {
    return query(ids).getResultList();
  }

  /** Locks in the order of the ids, everywhere, so that no two checkouts wait for each other. */
  List<StockItem> lockInOrder(Collection<ProductId> ids) {
    return query(ids).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
  }

  private TypedQuery<StockItem> query(Collection<ProductId> ids) {
    List<UUID> values = ids.stream().map(ProductId::value).toList();
    return entities
        .createQuery(
            "select item from StockItem item where item.productId in :ids order by item.productId",
            StockItem.class)
        .setParameter("ids", values);
  }

  void add(Object entity) {
    entities.persist(entity);
  }
}
