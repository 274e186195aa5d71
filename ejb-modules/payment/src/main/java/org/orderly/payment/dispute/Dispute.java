package org.orderly.payment.dispute;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.Money;

/**
 * Money that a buyer's bank took back.
 *
 * @param id also its reference in the ledger
 * @param caseId the gateway's name for it
 * @param reason as the gateway says it; may be {@code null}
 * @param evidenceDue until when the shop should have shown its evidence at the gateway
 * @param decidedAt {@code null} while it is open
 */
public record Dispute(
    UUID id,
    UUID paymentId,
    UUID orderId,
    String gateway,
    String caseId,
    Money amount,
    DisputeStatus status,
    @Nullable String reason,
    Instant openedAt,
    Instant evidenceDue,
    @Nullable Instant decidedAt) {}
