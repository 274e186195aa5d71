package org.orderly.ledger;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.orderly.kernel.Money;

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
    UUID paymentId,
    String actor,
    String reason,
    Instant occurredAt,
    Long seal,
    List<Line> postings) {

  /** An amount that went from one account to another. */
  public record Line(long id, Party source, Party destination, Money amount) {}

  /**
   * @param owner the customer; {@code null} for the shop
   */
  public record Party(UUID account, String kind, UUID owner) {}
}
