package org.orderly.ordering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.UserId;

@ApplicationScoped
class Orders {

  @PersistenceContext(unitName = OrderingDatabase.NAME)
  private EntityManager entities;

  /** The next number, such as {@code 2026-000123}; a refused order leaves a gap. */
  String nextNumber(int year) {
    Number next =
        (Number)
            entities
                .createNativeQuery("select nextval('order_number')", Long.class)
                .getSingleResult();
    return "%d-%06d".formatted(year, next.longValue());
  }

  /**
   * Writes a new order with its steps at once, before the hot rows of the stock are locked.
   *
   * @throws CartAlreadyOrdered if its cart has become an order meanwhile
   */
  void add(Order order, List<OrderTransition> steps) {
    try {
      entities.persist(order);
      steps.forEach(entities::persist);
      entities.flush();
    } catch (PersistenceException e) {
      if (violates(e, "orders_cart_id_key")) {
        throw new CartAlreadyOrdered();
      }
      throw e;
    }
  }

  Optional<Order> find(OrderId id) {
    return Optional.ofNullable(entities.find(Order.class, id.value()));
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

  /** Newest first. */
  List<Order> all(UUID before, int limit) {
    return entities
        .createQuery("select o from Order o where o.id < :before order by o.id desc", Order.class)
        .setParameter("before", before)
        .setMaxResults(limit)
        .getResultList();
  }

  private static boolean violates(Throwable failure, String constraint) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConstraintViolationException violation
          && constraint.equals(violation.getConstraintName())) {
        return true;
      }
    }
    return false;
  }
}
