package org.orderly.ledger.statement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.Limit;
import org.orderly.kernel.Money;
import org.orderly.kernel.Page;
import org.orderly.kernel.UserId;
import org.orderly.ledger.PaymentDatabase;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;

/** Reads the postings of accounts, each with what the account held after it. */
@ApplicationScoped
public class StatementQueries {

  /**
   * The balance runs over all postings of the wallets, whichever are shown. Within a wallet they
   * are numbered in the order of its balances, since they are written under its row's lock.
   */
  private static final String OF_WALLETS =
      """
      with moved as (
        select p.id, p.transaction_id, a.id as account, p.currency,
               case when a.id = p.destination then p.amount else -p.amount end as amount
        from account a join posting p on a.id in (p.source, p.destination)
        where a.owner = ? and a.kind = 'WALLET'),
      running as (
        select moved.*, sum(amount) over (partition by account order by id)::bigint as balance from moved)
      select p.id, t.kind, p.currency, p.amount, p.balance, t.reference, t.reason, t.occurred_at
      from running p join ledger_transaction t on t.id = p.transaction_id
      where %s order by p.id desc limit %d""";

  /** An account of the shop may have millions, so that no balance runs along. */
  private static final String OF_ACCOUNT =
      """
      select p.id, t.kind, p.currency, p.amount, null::bigint as balance, t.reference, t.reason,
             t.occurred_at
      from ((select id, transaction_id, currency, -amount as amount from posting
             where source = ? and id < ? order by id desc limit %1$d)
            union all
            (select id, transaction_id, currency, amount from posting
             where destination = ? and id < ? order by id desc limit %1$d)) p
      join ledger_transaction t on t.id = p.transaction_id
      order by p.id desc limit %1$d""";

  private final DomainDatabase database;

  @Inject
  protected StatementQueries(@Domain(PaymentDatabase.NAME) DomainDatabase database) {
    this.database = database;
  }

  /** The movements of a user's wallets that pass the filter, the latest first. */
  public Page<WalletEntry> page(
      UserId user, LedgerFilter filter, Limit limit, @Nullable String cursor) {
    LedgerSearch query =
        new LedgerSearch()
            .with(user.value())
            .where("p.id < ?", LedgerSearch.position(cursor))
            .where(filter)
            .where("p.currency = ?::bpchar", LedgerSearch.code(filter.currency()));
    String sql = OF_WALLETS.formatted(query.conditions(), limit.withLookahead());
    List<WalletEntry> found = query.list(database, sql, StatementQueries::entry);
    return LedgerSearch.page(found, limit, WalletEntry::id);
  }

  /** The movements of any account, the latest first, without balances. */
  public Page<WalletEntry> ofAccount(UUID account, Limit limit, @Nullable String cursor) {
    long below = LedgerSearch.position(cursor);
    List<WalletEntry> found =
        new LedgerSearch()
            .with(account, below, account, below)
            .list(database, OF_ACCOUNT.formatted(limit.withLookahead()), StatementQueries::entry);
    return LedgerSearch.page(found, limit, WalletEntry::id);
  }

  private static WalletEntry entry(ResultSet row) throws SQLException {
    Currency currency = Currency.getInstance(row.getString("currency"));
    Long balance = row.getObject("balance", Long.class);
    return new WalletEntry(
        row.getString("id"),
        row.getString("kind"),
        new Money(row.getLong("amount"), currency),
        balance == null ? null : new Money(balance, currency),
        row.getObject("reference", UUID.class),
        row.getString("reason"),
        row.getObject("occurred_at", OffsetDateTime.class).toInstant());
  }
}
