package org.orderly.ordering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.UserId;

/** Orders that were placed, for reading. */
@ApplicationScoped
class Orders {

  @PersistenceContext(unitName = OrderingDatabase.NAME)
  private EntityManager entities;

  Optional<Order> find(OrderId id) {
    return Optional.ofNullable(entities.find(Order.class, id.value()));
  }

  /** The same, but locked until the transaction ends. */
  Optional<Order> lock(OrderId id) {
    return Optional.ofNullable(
        entities.find(Order.class, id.value(), LockModeType.PESSIMISTIC_WRITE));
  }

  /** Writes what has become of locked orders, so that a refusal of the database comes now. */
  void flush() {
    entities.flush();
  }

  /** Newest first. */
  List<Order> ofBuyer(UserId buyer, UUID before, int limit) {
    return entities
        .createQuery(
            "select o from Order o where o.buyer = :buyer and o.id < :before order by o.id desc",
            Order.class)
        .setParameter("buyer", buyer.value())
        .setParameter("before", before)
        .setMaxResults(limit)
        .getResultList();
  }

  /** Those with a line of the vendor, newest first. */
  List<Order> ofVendor(UserId vendor, UUID before, int limit) {
    List<?> ids =
        entities
            .createNativeQuery(
                "select distinct l.order_id from order_line l join orders o on o.id = l.order_id"
                    + " where l.revision = o.revision and l.vendor = ? and l.order_id < ?"
                    + " order by l.order_id desc",
                UUID.class)
            .setParameter(1, vendor.value())
            .setParameter(2, before)
            .setMaxResults(limit)
            .getResultList();
    return entities
        .createQuery("select o from Order o where o.id in :ids order by o.id desc", Order.class)
        .setParameter("ids", ids)
        .getResultList();
  }

  /** Newest first. */
  List<Order> all(UUID before, int limit) {
    return entities
        .createQuery("select o from Order o where o.id < :before order by o.id desc", Order.class)
        .setParameter("before", before)
        .setMaxResults(limit)
        .getResultList();
  }
}
