package org.orderly.payment.wallet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.payment.gateway.GatewayEvent;
import org.orderly.payment.gateway.GatewayEventHandler;

/** Makes a transfer due when its gateway sends an event; an event moves no money. */
@ApplicationScoped
class TransferEventHandler implements GatewayEventHandler {

  private final TransferRepository repository;

  @Inject
  TransferEventHandler(TransferRepository repository) {
    this.repository = repository;
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

  private void hurry(String gateway, GatewayEvent gatewayEvent, @Nullable UUID id) {
    boolean cameBack = gatewayEvent.kind() == GatewayEvent.Kind.PAYOUT_FAILED;
    repository.hurry(id, gatewayEvent.reference(), gateway, cameBack);
  }
}
