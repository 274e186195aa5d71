package org.orderly.payment.wallet;

import java.time.Instant;
import java.util.UUID;
import org.orderly.kernel.Money;

/**
 * A deposit or a withdrawal.
 *
 * @param status PENDING, COMPLETED or REFUSED
 * @param balance what the wallet holds after it
 */
public record Transfer(UUID id, String status, Money amount, Money balance, Instant createdAt) {}
