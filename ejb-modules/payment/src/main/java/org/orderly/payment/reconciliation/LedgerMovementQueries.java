package org.orderly.payment.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import org.orderly.kernel.Money;
import org.orderly.ledger.PaymentDatabase;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;

/** What the ledger says came to the account at the gateway, and left it. */
@ApplicationScoped
class LedgerMovementQueries {

  /**
   * Each in the gateway's words: what it was asked for by a payment's, a refund's or a transfer's
   * id. Fees are compared as totals, since gateways book them with the movement that they are for.
   */
  private static final String MOVED =
      """
      select case t.kind
               when 'DEPOSIT' then 'CAPTURE'
               when 'DISPUTE_OPENED' then 'DISPUTE'
               when 'WITHDRAWAL_REVERSAL' then 'PAYOUT_FAILED'
               when 'REVERSAL' then 'REVERSAL' else t.kind end as kind,
             case when t.kind in ('CAPTURE', 'FEE', 'DISPUTE_OPENED', 'DISPUTE_WON')
                  then coalesce(t.payment_id, t.reference) else t.reference end as subject,
             a.id = p.source as incoming, p.amount, p.currency, t.occurred_at
      from account a
      join posting p on a.id in (p.source, p.destination)
      join ledger_transaction t on t.id = p.transaction_id
      where a.kind = 'GATEWAY' and t.occurred_at >= ? and t.occurred_at < ?
      order by p.id""";

  private final DomainDatabase database;

  @Inject
  LedgerMovementQueries(@Domain(PaymentDatabase.NAME) DomainDatabase database) {
    this.database = database;
  }

  List<BookedEntry> between(Instant from, Instant to) {
    return database.list(
        LedgerMovementQueries::booked,
        MOVED,
        from.atOffset(ZoneOffset.UTC),
        to.atOffset(ZoneOffset.UTC));
  }

  private static BookedEntry booked(ResultSet row) throws SQLException {
    return new BookedEntry(
        row.getString("kind"),
        row.getString("subject"),
        null,
        row.getBoolean("incoming"),
        new Money(row.getLong("amount"), Currency.getInstance(row.getString("currency"))),
        row.getObject("occurred_at", OffsetDateTime.class).toInstant());
  }
}
