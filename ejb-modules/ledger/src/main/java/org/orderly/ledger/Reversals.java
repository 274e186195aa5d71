package org.orderly.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.orderly.kernel.UserId;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;

/** Corrects the ledger the only way there is: by a transaction that goes the other way. */
@ApplicationScoped
public class Reversals {

  private static final String LOCK =
      """
      select exists (select from ledger_transaction r
                     where r.kind = 'REVERSAL' and r.reference = t.id) as reversed
      from ledger_transaction t where t.id = ? for update of t""";

  private final DomainDatabase database;
  private final LedgerQueries books;
  private final Ledger ledger;

  @Inject
  protected Reversals(
      @Domain(PaymentDatabase.NAME) DomainDatabase database, LedgerQueries books, Ledger ledger) {
    this.database = database;
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
    String objection = TransactionKind.valueOf(entry.kind()).objectionToReversal();
    if (objection != null) {
      throw new NotReversible(entry, objection);
    }
    // to lock may have meant to wait for another reversal, which only the next statement sees
    isReversed(entry.id());
    if (isReversed(entry.id())) {
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

  private boolean isReversed(UUID id) {
    return new LedgerSearch()
        .with(id)
        .list(database, LOCK, row -> row.getBoolean("reversed"))
        .contains(true);
  }

  private static AccountRef place(LedgerEntry.Party party) {
    UserId owner = party.owner() == null ? null : new UserId(party.owner());
    return new AccountRef(AccountKind.valueOf(party.kind()), owner);
  }
}
