package org.orderly.ordering.fulfilment;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;
import org.orderly.kernel.OrderId;

/** The transaction of one step that nobody asked for: the container's, since a thread needs one. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class StepTransaction {

  @Inject private Preparation preparation;
  @Inject private Shipments shipments;

  /** Public, since the EJB container finds no other. */
  public StepTransaction() {}

  /** Takes a confirmed order into work. */
  public void process(OrderId order) {
    preparation.take(order, "by itself");
  }

  /** Takes a shipment to have arrived. */
  public void arrive(UUID shipment) {
    shipments.arrive(shipment, "taken to have arrived");
  }
}
