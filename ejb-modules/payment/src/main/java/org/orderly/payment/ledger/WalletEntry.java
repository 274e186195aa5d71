package org.orderly.payment.ledger;

import java.time.Instant;
import java.util.UUID;
import org.orderly.kernel.Money;

/**
 * One movement of a wallet.
 *
 * @param type DEPOSIT, WITHDRAWAL, WITHDRAWAL_REVERSAL or CHARGE
 * @param amount positive for money in, negative for money out
 * @param reference the order or transfer that it was for
 */
public record WalletEntry(
    String id, String type, Money amount, UUID reference, Instant createdAt) {}
