package org.orderly.ledger.statement;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.Money;
import org.orderly.kernel.UserId;

/**
 * A transaction of the ledger as admins see it.
 *
 * @param reference what it was for: an order, a refund, a transfer, or the transaction reversed
 * @param paymentId the payment that it counts to; {@code null} if none
 * @param actor who caused it; {@code null} for what is older than this column
 * @param seal its number in the chain; {@code null} until it is sealed, which takes a moment
 */
public record LedgerEntry(
    UUID id,
    String kind,
    UUID reference,
    @Nullable UUID paymentId,
    @Nullable String actor,
    @Nullable String reason,
    Instant occurredAt,
    @Nullable Long seal,
    List<Line> postings) {

  /** An amount that went from one account to another. */
  public record Line(long id, Party source, Party destination, Money amount) {}

  /**
   * @param owner the customer; {@code null} for the shop
   */
  public record Party(UUID account, String kind, @Nullable UUID owner) {

    /** The customer that the account belongs to; empty for the shop's. */
    public Optional<UserId> customer() {
      return Optional.ofNullable(owner).map(UserId::new);
    }
  }
}
