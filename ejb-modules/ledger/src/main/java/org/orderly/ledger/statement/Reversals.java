package org.orderly.ledger.statement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.orderly.ledger.AccountKind;
import org.orderly.ledger.AccountRef;
import org.orderly.ledger.Ledger;
import org.orderly.ledger.Posting;
import org.orderly.ledger.TransactionKind;

/** Corrects the ledger the only way there is: by a transaction that goes the other way. */
@ApplicationScoped
public class Reversals {

  private final LedgerQueries books;
  private final Ledger ledger;

  @Inject
  protected Reversals(LedgerQueries books, Ledger ledger) {
    this.books = books;
    this.ledger = ledger;
  }

  /**
   * Moves the money of a transaction back, in the caller's transaction, once.
   *
   * @param reason for people
   * @return the transaction that does it
   * @throws NotReversible if a payment or transfer would no longer be what the ledger says
   * @throws AlreadyReversed if it was reversed before
   * @throws InsufficientFunds if the customer has spent the money
   */
  public LedgerEntry reverse(LedgerEntry entry, String reason) {
    TransactionKind.valueOf(entry.kind())
        .objectionToReversal()
        .ifPresent(
            objection -> {
              throw new NotReversible(entry, objection);
            });
    // to lock may have meant to wait for another reversal, which only the next statement sees
    ledger.lockReversed(entry.id());
    if (ledger.lockReversed(entry.id())) {
      throw new AlreadyReversed(entry.id());
    }
    LedgerEntry.Line line = entry.postings().get(0);
    Posting back =
        Posting.of(
                TransactionKind.REVERSAL,
                entry.id(),
                place(line.destination()),
                place(line.source()),
                line.amount())
            .forPayment(entry.paymentId())
            .because(reason);
    ledger.post(back);
    return books.transaction(back.id());
  }

  private static AccountRef place(LedgerEntry.Party party) {
    AccountKind kind = AccountKind.valueOf(party.kind());
    return party
        .customer()
        .map(owner -> new AccountRef(kind, owner))
        .orElseGet(() -> AccountRef.ofShop(kind));
  }
}
