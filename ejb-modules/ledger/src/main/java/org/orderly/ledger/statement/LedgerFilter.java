package org.orderly.ledger.statement;

import java.time.Instant;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.ledger.TransactionKind;

/**
 * Which movements are asked for; {@code null} for any.
 *
 * @param reference what they were for
 * @param from the first moment
 * @param to the moment after the last
 */
public record LedgerFilter(
    @Nullable TransactionKind kind,
    @Nullable UUID reference,
    @Nullable UUID paymentId,
    @Nullable Currency currency,
    @Nullable Instant from,
    @Nullable Instant to) {

  public static final LedgerFilter ALL = new LedgerFilter(null, null, null, null, null, null);
}
