package org.orderly.ledger;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.orderly.kernel.Money;
import org.orderly.kernel.UuidV7;
import org.orderly.platform.persistence.BatchResult;
import org.orderly.platform.persistence.SqlBatch;
import org.orderly.platform.request.RequestContext;

/**
 * A posting: a positive amount that moves from one account to another; balances by construction.
 *
 * <p>It is written in a batch in the transaction that makes it true: balances, the ledger's
 * transaction and its posting. A customer's row is locked and changed in the same statement, which
 * changes nothing if the balance is too small; then {@link #isCovered} says so, and everything must
 * roll back. A second move of a kind with the same reference fails on a unique key.
 */
public final class Posting {

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

  private static final int MAX_REASON = 500;

  private final UUID id = UuidV7.next();
  private final TransactionKind kind;
  private final UUID reference;
  private final AccountRef source;
  private final AccountRef destination;
  private final Money amount;
  private UUID payment;
  private String reason;
  private Optional<BatchResult<Integer>> taken = Optional.empty();

  private Posting(
      TransactionKind kind,
      UUID reference,
      AccountRef source,
      AccountRef destination,
      Money amount) {
    if (!amount.isPositive()) {
      throw new IllegalArgumentException("a posting moves a positive amount, not " + amount);
    }
    if (source.equals(destination)) {
      throw new IllegalArgumentException("money moves from " + source + " to itself");
    }
    this.kind = kind;
    this.reference = reference;
    this.source = source;
    this.destination = destination;
    this.amount = amount;
  }

  /**
   * @param reference what it is for (an order, a payment, a refund, a transfer): once per kind
   * @throws IllegalArgumentException if the amount is not positive
   */
  public static Posting of(
      TransactionKind kind,
      UUID reference,
      AccountRef source,
      AccountRef destination,
      Money amount) {
    return new Posting(kind, reference, source, destination, amount);
  }

  /** Counts it to a payment: what moves into SALES and out of it is what that payment kept. */
  public Posting forPayment(UUID paymentId) {
    this.payment = paymentId;
    return this;
  }

  /** Says why, for people; at most 500 characters are kept. */
  public Posting because(String why) {
    this.reason = why == null || why.length() <= MAX_REASON ? why : why.substring(0, MAX_REASON);
    return this;
  }

  /** Of the transaction that it makes in the ledger. */
  public UUID id() {
    return id;
  }

  /** What is to be moved, and must be covered by whom it is taken from. */
  public Money amount() {
    return amount;
  }

  AccountRef source() {
    return source;
  }

  /** Writes it in a batch: four statements, and one more if both accounts are customers'. */
  public void add(SqlBatch writes, Instant now) {
    addAccounts(writes);
    writes.change(
        INSERT_TRANSACTION,
        id,
        kind.name(),
        reference,
        payment,
        RequestContext.current().actor(),
        reason,
        now.atOffset(ZoneOffset.UTC));
    List<Object> values = new ArrayList<>(List.of(id, amount.minorUnits()));
    for (AccountRef accountRef : List.of(source, destination)) {
      if (accountRef.isOwned()) {
        values.add(accountRef.owner().value());
      }
    }
    values.add(currency());
    writes.change(
        this::requirePosted,
        INSERT_POSTING.formatted(source.condition("source"), destination.condition("destination")),
        values.toArray());
  }

  /** Customers' rows are locked in the order of their kinds, whichever way the money goes. */
  private void addAccounts(SqlBatch writes) {
    if (destination.isOwned() && destination.kind().compareTo(source.kind()) < 0) {
      addGive(writes);
      addTake(writes);
    } else {
      addTake(writes);
      addGive(writes);
    }
  }

  private void addTake(SqlBatch writes) {
    if (!source.isOwned()) {
      addOpen(writes, source);
      return;
    }
    long units = amount.minorUnits();
    taken =
        Optional.of(
            writes.changedRows(
                TAKE.formatted(source.condition("held")),
                units,
                source.owner().value(),
                currency(),
                units));
  }

  private void addGive(SqlBatch writes) {
    if (!destination.isOwned()) {
      addOpen(writes, destination);
      return;
    }
    writes.change(
        GIVE.formatted(destination.kind()),
        UuidV7.next(),
        destination.owner().value(),
        currency(),
        amount.minorUnits());
  }

  private void addOpen(SqlBatch writes, AccountRef shop) {
    writes.change(OPEN.formatted(shop.kind()), UuidV7.next(), currency(), currency());
  }

  private void requirePosted(int rows) {
    if (isCovered() && rows != 1) {
      throw new IllegalStateException("no posting from " + source + " to " + destination);
    }
  }

  /** Whether the source held enough; known once the batch has run. */
  public boolean isCovered() {
    return taken.map(rows -> rows.get() == 1).orElse(true);
  }

  private String currency() {
    return amount.currency().getCurrencyCode();
  }
}
