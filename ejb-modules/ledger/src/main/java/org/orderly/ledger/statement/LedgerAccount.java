package org.orderly.ledger.statement;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.Money;

/**
 * An account as admins see it.
 *
 * @param owner the customer; {@code null} for an account of the shop
 * @param balance what came in less what went out; negative for what the shop owns or spent
 */
public record LedgerAccount(UUID id, String kind, @Nullable UUID owner, Money balance) {}
