package org.orderly.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

@ApplicationScoped
class PaymentRepository {

  @PersistenceContext(unitName = PaymentDatabase.NAME)
  private EntityManager entities;

  void add(Payment payment) {
    entities.persist(payment);
  }
}
