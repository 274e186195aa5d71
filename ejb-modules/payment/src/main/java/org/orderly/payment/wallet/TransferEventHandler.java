package org.orderly.payment.wallet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.orderly.payment.gateway.GatewayEvent;
import org.orderly.payment.gateway.GatewayEventHandler;

/** Makes a transfer due when its gateway sends an event; an event moves no money. */
@ApplicationScoped
class TransferEventHandler implements GatewayEventHandler {

  private final TransferQueueRepository queue;

  @Inject
  TransferEventHandler(TransferQueueRepository queue) {
    this.queue = queue;
  }

  @Override
  public void take(String gateway, GatewayEvent gatewayEvent) {
    switch (gatewayEvent.kind()) {
      case AUTHORIZED, DECLINED, CAPTURED, VOIDED ->
          hurry(gateway, gatewayEvent, gatewayEvent.authorizationKey());
      case PAID_OUT, PAYOUT_FAILED -> hurry(gateway, gatewayEvent, gatewayEvent.key());
      default -> {
        // about a payment, or of no interest
      }
    }
  }

  private void hurry(String gateway, GatewayEvent gatewayEvent, UUID id) {
    boolean cameBack = gatewayEvent.kind() == GatewayEvent.Kind.PAYOUT_FAILED;
    queue.hurry(id, gatewayEvent.reference(), gateway, cameBack);
  }
}
