package org.orderly.ordering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.orderly.kernel.OrderId;

/** Orders that were placed, for reading and to be changed. */
@ApplicationScoped
class OrderRepository {

  @PersistenceContext(unitName = OrderingDatabase.NAME)
  private EntityManager entities;

  Optional<Order> find(OrderId id) {
    return Optional.ofNullable(entities.find(Order.class, id.value()));
  }

  /**
   * The same, but locked until the transaction ends. It is read only once it is locked: what
   * another one has made of it meanwhile is no reason to refuse.
   */
  Optional<Order> lock(OrderId id) {
    entities
        .createNativeQuery("select 1 from orders where id = ? for update")
        .setParameter(1, id.value())
        .getResultList();
    return find(id);
  }

  /** Writes what has become of locked orders, so that a refusal of the database comes now. */
  void flush() {
    entities.flush();
  }

  /** With their lines, newest first. */
  List<Order> find(List<UUID> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return entities
        .createQuery(
            "select o from Order o left join fetch o.lines where o.id in :ids order by o.id desc",
            Order.class)
        .setParameter("ids", ids)
        .getResultList();
  }
}
