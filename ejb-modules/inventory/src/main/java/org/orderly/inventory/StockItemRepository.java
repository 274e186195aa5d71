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

  Optional<StockItem> find(ProductId id) {
    return Optional.ofNullable(entities.find(StockItem.class, id.value()));
  }

  Optional<StockItem> lock(ProductId id) {
    return Optional.ofNullable(
        entities.find(StockItem.class, id.value(), LockModeType.PESSIMISTIC_WRITE));
  }

  List<StockItem> of(Collection<ProductId> ids) {
    return entities
        .createQuery(
            "select item from StockItem item where item.productId in :ids", StockItem.class)
        .setParameter("ids", ids.stream().map(ProductId::value).toList())
        .getResultList();
  }

  void add(Object entity) {
    entities.persist(entity);
  }
}
