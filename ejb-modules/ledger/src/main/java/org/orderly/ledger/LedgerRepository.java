package org.orderly.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.orderly.kernel.UuidV7;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.platform.persistence.SqlBatch;
import org.orderly.platform.request.RequestContext;

/** Writes ledger transactions with their postings, and the accounts that these change. */
@ApplicationScoped
class LedgerRepository {

  /** The shop's accounts are opened with their first posting. */
  private static final String OPEN =
      """
      insert into account (id, kind, currency) select ?, '%1$s', ?
      where not exists (select 1 from account
                        where kind = '%1$s' and owner is null and currency = ?::bpchar)
      on conflict do nothing""";

  private static final String TAKE =
      """
      update account held set balance = balance - ?, version = version + 1
      where %s and currency = ?::bpchar and balance >= ?""";

  private static final String GIVE =
      """
      insert into account (id, kind, owner, currency, balance) values (?, '%1$s', ?, ?, ?)
      on conflict (owner, currency) where kind = '%1$s' do update
      set balance = account.balance + excluded.balance, version = account.version + 1""";

  private static final String INSERT_TRANSACTION =
      """
      with written as (
        insert into ledger_transaction
            (id, kind, reference, payment_id, actor, reason, occurred_at)
        values (?, ?, ?, ?, ?, ?, ?) returning id)
      insert into ledger_unsealed (transaction_id) select id from written""";

  private static final String INSERT_POSTING =
      """
      insert into posting (transaction_id, source, destination, amount, currency)
      select ?, source.id, destination.id, ?, source.currency
      from account source join account destination using (currency)
      where %s and %s and source.currency = ?::bpchar""";

  private static final String HAS =
      "select 1 from ledger_transaction where kind = ? and reference = ?";

  private static final String LOCK =
      """
      select exists (select from ledger_transaction r
                     where r.kind = 'REVERSAL' and r.reference = t.id) as reversed
      from ledger_transaction t where t.id = ? for update of t""";

  private final DomainDatabase database;

  @Inject
  LedgerRepository(@Domain(PaymentDatabase.NAME) DomainDatabase database) {
    this.database = database;
  }

  /** Adds a posting to a batch: four statements, and one more if both accounts are customers'. */
  void add(SqlBatch writes, Posting posting, Instant now) {
    addAccounts(writes, posting);
    writes.change(
        INSERT_TRANSACTION,
        posting.id(),
        posting.kind().name(),
        posting.reference(),
        posting.paymentId(),
        RequestContext.current().actor(),
        posting.reason(),
        now.atOffset(ZoneOffset.UTC));
    List<Object> values = new ArrayList<>(List.of(posting.id(), posting.amount().minorUnits()));
    posting.source().ownerId().ifPresent(values::add);
    posting.destination().ownerId().ifPresent(values::add);
    values.add(posting.currency());
    writes.change(
        posting::requirePosted,
        INSERT_POSTING.formatted(
            posting.source().condition("source"), posting.destination().condition("destination")),
        values.toArray());
  }

  /** Customers' rows are locked in the order of their kinds, whichever way the money goes. */
  private static void addAccounts(SqlBatch writes, Posting posting) {
    AccountRef source = posting.source();
    AccountRef destination = posting.destination();
    if (destination.isOwned() && destination.kind().compareTo(source.kind()) < 0) {
      addGive(writes, posting);
      addTake(writes, posting);
    } else {
      addTake(writes, posting);
      addGive(writes, posting);
    }
  }

  private static void addTake(SqlBatch writes, Posting posting) {
    long units = posting.amount().minorUnits();
    posting
        .source()
        .ownerId()
        .ifPresentOrElse(
            owner ->
                posting.takenIf(
                    writes.changedRows(
                        TAKE.formatted(posting.source().condition("held")),
                        units,
                        owner,
                        posting.currency(),
                        units)),
            () -> addOpen(writes, posting.source(), posting.currency()));
  }

  private static void addGive(SqlBatch writes, Posting posting) {
    AccountRef destination = posting.destination();
    destination
        .ownerId()
        .ifPresentOrElse(
            owner ->
                writes.change(
                    GIVE.formatted(destination.kind()),
                    UuidV7.next(),
                    owner,
                    posting.currency(),
                    posting.amount().minorUnits()),
            () -> addOpen(writes, destination, posting.currency()));
  }

  private static void addOpen(SqlBatch writes, AccountRef shop, String currency) {
    writes.change(OPEN.formatted(shop.kind()), UuidV7.next(), currency, currency);
  }

  /** Whether the ledger has the transaction of this kind for this reference. */
  boolean has(TransactionKind kind, UUID reference) {
    return database.exists(HAS, kind.name(), reference);
  }

  /** Locks a transaction and tells whether it was reversed as far as this statement sees. */
  boolean lockReversed(UUID id) {
    return new LedgerSearch()
        .with(id)
        .list(database, LOCK, row -> row.getBoolean("reversed"))
        .contains(true);
  }
}
