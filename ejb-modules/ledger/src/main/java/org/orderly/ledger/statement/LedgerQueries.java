package org.orderly.ledger.statement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.Cursor;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.Limit;
import org.orderly.kernel.Money;
import org.orderly.kernel.Page;
import org.orderly.ledger.AccountKind;
import org.orderly.ledger.PaymentDatabase;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;

/** The ledger as admins read it; needs no transaction. */
@ApplicationScoped
public class LedgerQueries {

  /** A customer's account says itself what it holds; one of the shop's is added up. */
  private static final String ACCOUNTS =
      """
      select a.id, a.kind, a.owner, a.currency, case when a.balance is null then
               coalesce((select sum(amount) from posting where destination = a.id), 0)
               - coalesce((select sum(amount) from posting where source = a.id), 0)
             else a.balance end as balance
      from account a where\s""";

  private static final String TRIAL_BALANCE =
      """
      select currency, coalesce(sum(-balance) filter (where balance < 0), 0) as debits,
             coalesce(sum(balance) filter (where balance > 0), 0) as credits
      from (%s true) accounts group by currency order by currency"""
          .formatted(ACCOUNTS);

  private static final String POSTINGS =
      """
      select t.id, t.kind, t.reference, t.payment_id, t.actor, t.reason, t.occurred_at,
             (select seq from ledger_seal where transaction_id = t.id) as seal,
             p.id as posting, p.amount, p.currency, s.id as source, s.kind as source_kind,
             s.owner as source_owner, d.id as destination, d.kind as destination_kind,
             d.owner as destination_owner
      from (%s) t
      left join posting p on p.transaction_id = t.id
      left join account s on s.id = p.source
      left join account d on d.id = p.destination
      order by t.id desc, p.id""";

  private static final String OF_CURRENCY =
      "exists (select from posting where transaction_id = t.id and currency = ?::bpchar)";

  private final DomainDatabase database;

  @Inject
  LedgerQueries(@Domain(PaymentDatabase.NAME) DomainDatabase database) {
    this.database = database;
  }

  /** Adds up all accounts, in one snapshot. */
  public TrialBalance trialBalance() {
    return TrialBalance.of(
        new LedgerSearch()
            .list(
                database,
                TRIAL_BALANCE,
                row -> {
                  String currency = row.getString("currency");
                  return new TrialBalance.Side(
                      currency,
                      major(row.getBigDecimal("debits"), currency),
                      major(row.getBigDecimal("credits"), currency));
                }));
  }

  /**
   * A page of accounts, the latest first.
   *
   * @param kind {@code null} for any, as the owner and the currency
   */
  public Page<LedgerAccount> accounts(
      @Nullable AccountKind kind,
      @Nullable UUID owner,
      @Nullable Currency currency,
      Limit limit,
      @Nullable String cursor) {
    LedgerSearch query =
        new LedgerSearch()
            .where("a.id < ?", position(cursor))
            .where("a.kind = ?", kind == null ? null : kind.name())
            .where("a.owner = ?", owner)
            .where("a.currency = ?::bpchar", LedgerSearch.code(currency));
    String sql =
        ACCOUNTS + query.conditions() + " order by a.id desc limit " + limit.withLookahead();
    List<LedgerAccount> found = query.list(database, sql, LedgerQueries::account);
    return LedgerSearch.page(found, limit, account -> account.id().toString());
  }

  /**
   * @throws UnknownAccount if there is none
   */
  public LedgerAccount account(UUID id) {
    LedgerSearch query = new LedgerSearch().where("a.id = ?", id);
    return query.list(database, ACCOUNTS + query.conditions(), LedgerQueries::account).stream()
        .findFirst()
        .orElseThrow(() -> new UnknownAccount(id));
  }

  /** A page of transactions, the latest first. */
  public Page<LedgerEntry> transactions(LedgerFilter filter, Limit limit, @Nullable String cursor) {
    LedgerSearch query =
        new LedgerSearch()
            .where("t.id < ?", position(cursor))
            .where(filter)
            .where(OF_CURRENCY, LedgerSearch.code(filter.currency()));
    String page =
        "select t.* from ledger_transaction t where %s order by t.id desc limit %d"
            .formatted(query.conditions(), limit.withLookahead());
    return LedgerSearch.page(entries(query, page), limit, entry -> entry.id().toString());
  }

  /**
   * @throws UnknownTransaction if there is none
   */
  public LedgerEntry transaction(UUID id) {
    LedgerSearch query = new LedgerSearch().where("t.id = ?", id);
    return entries(query, "select t.* from ledger_transaction t where " + query.conditions())
        .stream()
        .findFirst()
        .orElseThrow(() -> new UnknownTransaction(id));
  }

  private List<LedgerEntry> entries(LedgerSearch query, String transactions) {
    Map<UUID, LedgerEntry> entries = new LinkedHashMap<>();
    query.list(
        database,
        POSTINGS.formatted(transactions),
        row -> {
          UUID id = row.getObject("id", UUID.class);
          LedgerEntry entry = entries.get(id);
          if (entry == null) {
            entry = entry(row);
            entries.put(id, entry);
          }
          return row.getObject("posting") != null && entry.postings().add(line(row));
        });
    return List.copyOf(entries.values());
  }

  private static UUID position(@Nullable String cursor) {
    try {
      return cursor == null
          ? UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff")
          : UUID.fromString(Cursor.decode(cursor, 1).get(0));
    } catch (IllegalArgumentException e) {
      throw new InvalidValue("cursor", "is not one that this list returned");
    }
  }

  private static BigDecimal major(BigDecimal minorUnits, String currency) {
    int digits = Currency.getInstance(currency).getDefaultFractionDigits();
    return minorUnits.movePointLeft(digits).setScale(digits);
  }

  private static LedgerAccount account(ResultSet row) throws SQLException {
    return new LedgerAccount(
        row.getObject("id", UUID.class),
        row.getString("kind"),
        row.getObject("owner", UUID.class),
        money(row, "balance"));
  }

  private static LedgerEntry entry(ResultSet row) throws SQLException {
    return new LedgerEntry(
        row.getObject("id", UUID.class),
        row.getString("kind"),
        row.getObject("reference", UUID.class),
        row.getObject("payment_id", UUID.class),
        row.getString("actor"),
        row.getString("reason"),
        row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
        row.getObject("seal", Long.class),
        new ArrayList<>());
  }

  private static LedgerEntry.Line line(ResultSet row) throws SQLException {
    return new LedgerEntry.Line(
        row.getLong("posting"),
        party(row, "source"),
        party(row, "destination"),
        money(row, "amount"));
  }

  private static LedgerEntry.Party party(ResultSet row, String side) throws SQLException {
    return new LedgerEntry.Party(
        row.getObject(side, UUID.class),
        row.getString(side + "_kind"),
        row.getObject(side + "_owner", UUID.class));
  }

  private static Money money(ResultSet row, String column) throws SQLException {
    return new Money(row.getLong(column), Currency.getInstance(row.getString("currency")));
  }
}
