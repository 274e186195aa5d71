package org.orderly.payment.gateway;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.Money;

/**
 * An event that a gateway sent to the webhook: a hint that something changed. It may come late,
 * twice or out of order, so its content alone moves no payment; the handler queries the {@link
 * PaymentGateway#status} of what it names.
 *
 * @param eventId the gateway's own, the same each time it is sent
 * @param authorizationKey the key of the authorization that it is about; {@code null} if the
 *     gateway does not tell, or it is about a payout
 * @param reference the authorization's, or the payout's; {@code null} if the gateway does not tell
 * @param disputeId {@code null} except for the kinds about disputes
 * @param amount what moved or is disputed; may be {@code null}
 * @param reason why something was declined, refused or disputed; may be {@code null}
 * @param key of the call that it is about, if it is about a refund or payout; may be {@code null}
 */
public record GatewayEvent(
    String eventId,
    Kind kind,
    @Nullable UUID authorizationKey,
    @Nullable String reference,
    @Nullable String disputeId,
    @Nullable Money amount,
    @Nullable String reason,
    @Nullable UUID key,
    Instant at) {

  private static final int LONGEST_ID = 255;

  public GatewayEvent {
    if (eventId.isBlank() || eventId.length() > LONGEST_ID) {
      throw new ForgedGatewayEvent();
    }
  }

  public enum Kind {
    AUTHORIZED,
    DECLINED,
    CAPTURED,
    VOIDED,
    REFUNDED,
    REFUND_FAILED,
    PAID_OUT,
    PAYOUT_FAILED,
    DISPUTE_OPENED,
    DISPUTE_WON,
    DISPUTE_LOST,
    /** Something that this shop does not care for. */
    OTHER
  }
}
