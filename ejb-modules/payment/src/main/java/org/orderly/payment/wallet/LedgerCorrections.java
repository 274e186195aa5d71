package org.orderly.payment.wallet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.UserId;
import org.orderly.kernel.UuidV7;
import org.orderly.ledger.PaymentDatabase;
import org.orderly.ledger.TransactionKind;
import org.orderly.ledger.statement.LedgerEntry;
import org.orderly.ledger.statement.LedgerQueries;
import org.orderly.ledger.statement.Reversals;
import org.orderly.platform.events.AuditNote;
import org.orderly.platform.events.Outbox;
import org.orderly.platform.idempotency.IdempotencyKey;
import org.orderly.platform.idempotency.IdempotencyKeys;
import org.orderly.platform.idempotency.IdempotentResult;
import org.orderly.platform.persistence.Domain;

/** Corrections of the ledger by admins. */
@ApplicationScoped
@Transactional
public class LedgerCorrections {

  private static final int MAX_REASON = 500;

  private final LedgerQueries books;
  private final Reversals reversals;
  private final Transfers transfers;
  private final IdempotencyKeys keys;
  private final Outbox outbox;
  private final Clock clock;

  @Inject
  LedgerCorrections(
      LedgerQueries books,
      Reversals reversals,
      Transfers transfers,
      @Domain(PaymentDatabase.NAME) IdempotencyKeys keys,
      @Domain(PaymentDatabase.NAME) Outbox outbox,
      Clock clock) {
    this.books = books;
    this.reversals = reversals;
    this.transfers = transfers;
    this.keys = keys;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Reverses a transaction, with a note for the audit log. A deposit that is reversed has its
   * transfer say so, and its owner told.
   *
   * @param reason 1 to 500 characters, for people
   * @return the transaction that does it
   * @throws InvalidValue without a reason
   * @throws org.orderly.ledger.statement.UnknownTransaction if there is none
   * @throws org.orderly.ledger.statement.NotReversible if it must be corrected elsewhere
   * @throws org.orderly.ledger.statement.AlreadyReversed if it was reversed before
   * @throws org.orderly.ledger.InsufficientFunds if the customer has spent the money
   */
  public IdempotentResult<LedgerEntry> reverse(
      UUID transaction, @Nullable String reason, IdempotencyKey request) {
    if (reason == null || reason.isBlank() || reason.length() > MAX_REASON) {
      throw new InvalidValue("reason", "must have 1 to " + MAX_REASON + " characters");
    }
    return keys.once(request, LedgerEntry.class, () -> reverse(transaction, reason));
  }

  private LedgerEntry reverse(UUID transaction, String reason) {
    LedgerEntry original = books.transaction(transaction);
    LedgerEntry reversal = reversals.reverse(original, reason);
    if (original.kind().equals(TransactionKind.DEPOSIT.name())) {
      LedgerEntry.Line line = original.postings().get(0);
      UserId owner = line.destination().customer().orElseThrow();
      transfers.reverse(original.reference());
      outbox.append(
          new WalletDebited(
              UuidV7.next(), clock.instant(), owner, line.amount(), original.reference()));
    }
    outbox.append(
        AuditNote.of(
            clock,
            "ledger.transaction.reversed",
            transaction.toString(),
            null,
            Map.of("kind", original.kind(), "by", reversal.id(), "reason", reason)));
    return reversal;
  }
}
