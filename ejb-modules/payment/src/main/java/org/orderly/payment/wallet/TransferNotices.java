package org.orderly.payment.wallet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.orderly.payment.gateway.GatewayNotices;
import org.orderly.payment.gateway.Notice;

/** A notice moves no money: it only has the gateway asked sooner. */
@ApplicationScoped
class TransferNotices implements GatewayNotices {

  private final TransferQueue queue;

  @Inject
  TransferNotices(TransferQueue queue) {
    this.queue = queue;
  }

  @Override
  public void take(String gateway, Notice notice) {
    switch (notice.kind()) {
      case AUTHORIZED, DECLINED, CAPTURED, VOIDED ->
          hurry(gateway, notice, notice.authorizationKey());
      case PAID_OUT, PAYOUT_FAILED -> hurry(gateway, notice, notice.key());
      default -> {
        // about a payment, or nobody's business
      }
    }
  }

  private void hurry(String gateway, Notice notice, UUID id) {
    boolean cameBack = notice.kind() == Notice.Kind.PAYOUT_FAILED;
    queue.hurry(id, notice.reference(), gateway, cameBack);
  }
}
