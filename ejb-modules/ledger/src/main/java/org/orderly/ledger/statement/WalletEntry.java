package org.orderly.ledger.statement;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.Money;

/**
 * One movement of an account.
 *
 * @param kind why it moved, as in {@link TransactionKind}
 * @param amount positive for money in, negative for money out
 * @param balance what the account held after it
 * @param reference the order, refund or transfer that it was for
 * @param reason what people said about it; {@code null} for nothing
 */
public record WalletEntry(
    String id,
    String kind,
    Money amount,
    @Nullable Money balance,
    UUID reference,
    @Nullable String reason,
    Instant createdAt) {}
