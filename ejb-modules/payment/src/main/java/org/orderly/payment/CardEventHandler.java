package org.orderly.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.orderly.payment.gateway.GatewayEvent;
import org.orderly.payment.gateway.GatewayEventHandler;
import org.orderly.payment.task.PaymentTaskRepository;

/**
 * Takes what gateways tell by themselves as a hint to ask them at once. What they tell is not
 * believed, so a notice that is late, doubled or out of order changes nothing that is so.
 */
@ApplicationScoped
class CardEventHandler implements GatewayEventHandler {

  private final LockedPayments lockedPayments;
  private final PaymentTaskRepository tasks;

  @Inject
  CardEventHandler(LockedPayments lockedPayments, PaymentTaskRepository tasks) {
    this.lockedPayments = lockedPayments;
    this.tasks = tasks;
  }

  @Override
  public void take(String gateway, GatewayEvent gatewayEvent) {
    lockedPayments.find(gateway, gatewayEvent).ifPresent(tasks::hurry);
  }
}
