package org.orderly.ledger;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.UserId;
import org.orderly.kernel.UuidV7;
import org.orderly.platform.persistence.BatchResult;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.platform.persistence.SqlBatch;

/** Writes ledger transactions with their postings, and the accounts that these change. */
@ApplicationScoped
class LedgerRepository {

  /** The shop's accounts are opened with their first posting. */
  private static final String OPEN =
      """
      insert into account (id, kind, currency)
      select id, kind, currency from unnest(?, ?, ?) as shop (id, kind, currency)
      where not exists (select 1 from account a
                        where a.kind = shop.kind and a.owner is null and a.currency = shop.currency)
      on conflict do nothing""";

  private static final String LOCK_WALLETS =
      """
      select a.owner, a.currency, a.balance
      from unnest(?, ?) as wallet (owner, currency)
      join account a
        on a.kind = 'WALLET' and a.owner = wallet.owner and a.currency = wallet.currency
      order by a.owner, a.currency for update of a""";

  private static final String TAKE =
      """
      update account a set balance = a.balance - taken.amount, version = version + 1
      from unnest(?, ?, ?) as taken (owner, currency, amount)
      where a.kind = '%s' and a.owner = taken.owner and a.currency = taken.currency
        and a.balance >= taken.amount
      returning a.owner, a.currency""";

  private static final String GIVE =
      """
      insert into account (id, kind, owner, currency, balance)
      select id, '%1$s', owner, currency, amount
      from unnest(?, ?, ?, ?) as given (id, owner, currency, amount) order by owner, currency
      on conflict (owner, currency) where kind = '%1$s' do update
      set balance = account.balance + excluded.balance, version = account.version + 1""";

  private static final String INSERT_TRANSACTIONS =
      """
      with written as (
        insert into ledger_transaction
            (id, kind, reference, payment_id, actor, reason, occurred_at)
        select * from unnest(?, ?, ?, ?, ?, ?, ?) returning id)
      insert into ledger_unsealed (transaction_id) select id from written""";

  private static final String INSERT_POSTINGS =
      """
      insert into posting (transaction_id, source, destination, amount, currency)
      select moved.id, source.id, destination.id, moved.amount, source.currency
      from unnest(?, ?, ?, ?, ?) with ordinality
          as moved (id, payer, payee, currency, amount, place)
      join account source on %s and source.currency = moved.currency
      join account destination on %s and destination.currency = moved.currency
      order by moved.place""";

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

  /**
   * Adds postings to a batch: some four statements, however many there are. An account that several
   * postings change is changed once. Customers' rows are locked in the order of their kinds,
   * whichever way the money goes.
   */
  void add(SqlBatch writes, List<Posting> postings, Instant now) {
    if (postings.isEmpty()) {
      return;
    }
    for (AccountKind kind : AccountKind.values()) {
      if (kind.isOwned()) {
        addTake(writes, kind, postings.stream().filter(one -> one.source().is(kind)).toList());
        addGive(writes, kind, postings.stream().filter(one -> one.destination().is(kind)).toList());
      }
    }
    addOpen(writes, postings);
    writes.change(
        INSERT_TRANSACTIONS,
        column("uuid", postings, Posting::id),
        column("text", postings, posting -> posting.kind().name()),
        column("uuid", postings, Posting::reference),
        column("uuid", postings, Posting::paymentId),
        column("text", postings, Posting::actor),
        column("text", postings, Posting::reason),
        column("timestamptz", postings, posting -> now.atOffset(ZoneOffset.UTC)));
    postings.stream()
        .collect(groupingBy(Route::of, LinkedHashMap::new, toList()))
        .forEach((route, moved) -> addPostings(writes, route, moved));
  }

  /** Postings between accounts of the same kinds are inserted together. */
  private record Route(AccountKind source, AccountKind destination) {

    static Route of(Posting posting) {
      return new Route(posting.source().kind(), posting.destination().kind());
    }
  }

  private static void addPostings(SqlBatch writes, Route route, List<Posting> postings) {
    writes.change(
        rows -> requirePosted(rows, postings),
        INSERT_POSTINGS.formatted(
            condition("source", route.source(), "payer"),
            condition("destination", route.destination(), "payee")),
        column("uuid", postings, Posting::id),
        column("uuid", postings, posting -> posting.source().ownerId().orElse(null)),
        column("uuid", postings, posting -> posting.destination().ownerId().orElse(null)),
        column("bpchar", postings, Posting::currency),
        column("bigint", postings, posting -> posting.amount().minorUnits()));
  }

  private static String condition(String account, AccountKind kind, String owner) {
    String ownerIs = kind.isOwned() ? " = moved." + owner : " is null";
    return account + ".owner" + ownerIs + " and " + account + ".kind = '" + kind + "'";
  }

  private static void requirePosted(int rows, List<Posting> postings) {
    if (rows != postings.size() && postings.stream().allMatch(Posting::isCovered)) {
      throw new IllegalStateException(rows + " of " + postings.size() + " postings were written");
    }
  }

  private static void addTake(SqlBatch writes, AccountKind kind, List<Posting> postings) {
    if (postings.isEmpty()) {
      return;
    }
    Map<CustomerAccount, Long> sums = sums(postings, Posting::source);
    BatchResult<List<CustomerAccount>> taken =
        writes.list(
            row -> new CustomerAccount(new UserId(row.getObject(1, UUID.class)), row.getString(2)),
            TAKE.formatted(kind),
            owners(sums),
            currencies(sums),
            SqlBatch.column("bigint", List.copyOf(sums.values())));
    postings.forEach(
        posting ->
            posting.coveredIf(() -> taken.get().contains(wallet(posting, posting.source()))));
  }

  private static void addGive(SqlBatch writes, AccountKind kind, List<Posting> postings) {
    if (postings.isEmpty()) {
      return;
    }
    Map<CustomerAccount, Long> sums = sums(postings, Posting::destination);
    writes.change(
        GIVE.formatted(kind),
        SqlBatch.column("uuid", sums.keySet().stream().map(wallet -> UuidV7.next()).toList()),
        owners(sums),
        currencies(sums),
        SqlBatch.column("bigint", List.copyOf(sums.values())));
  }

  private static void addOpen(SqlBatch writes, List<Posting> postings) {
    record Shop(AccountKind kind, String currency) {}
    List<Shop> shops =
        postings.stream()
            .flatMap(
                posting ->
                    Stream.of(posting.source(), posting.destination())
                        .filter(account -> !account.isOwned())
                        .map(account -> new Shop(account.kind(), posting.currency())))
            .distinct()
            .toList();
    if (!shops.isEmpty()) {
      writes.change(
          OPEN,
          SqlBatch.column("uuid", shops.stream().map(shop -> UuidV7.next()).toList()),
          SqlBatch.column("text", shops.stream().map(shop -> shop.kind().name()).toList()),
          SqlBatch.column("bpchar", shops.stream().map(Shop::currency).toList()));
    }
  }

  /** Locks wallets until the transaction ends, always in the order of their owners. */
  BatchResult<LockedWallets> lockWallets(SqlBatch batch, List<CustomerAccount> wallets) {
    return batch.collect(
        LockedWallets::read,
        LOCK_WALLETS,
        SqlBatch.column("uuid", wallets.stream().map(wallet -> wallet.owner().value()).toList()),
        SqlBatch.column("bpchar", wallets.stream().map(CustomerAccount::currency).toList()));
  }

  private static Map<CustomerAccount, Long> sums(
      List<Posting> postings, Function<Posting, AccountRef> account) {
    Map<CustomerAccount, Long> sums = new LinkedHashMap<>();
    postings.forEach(
        posting ->
            sums.merge(
                wallet(posting, account.apply(posting)),
                posting.amount().minorUnits(),
                Math::addExact));
    return sums;
  }

  private static CustomerAccount wallet(Posting posting, AccountRef account) {
    return new CustomerAccount(new UserId(account.ownerId().orElseThrow()), posting.currency());
  }

  private static Object owners(Map<CustomerAccount, Long> sums) {
    return SqlBatch.column(
        "uuid", sums.keySet().stream().map(wallet -> wallet.owner().value()).toList());
  }

  private static Object currencies(Map<CustomerAccount, Long> sums) {
    return SqlBatch.column(
        "bpchar", sums.keySet().stream().map(CustomerAccount::currency).toList());
  }

  private static Object column(
      String type, List<Posting> postings, Function<Posting, @Nullable Object> value) {
    return SqlBatch.column(type, postings.stream().<@Nullable Object>map(value).toList());
  }

  /** Whether the ledger has the transaction of this kind for this reference. */
  boolean has(TransactionKind kind, UUID reference) {
    return database.exists(HAS, kind.name(), reference);
  }

  /** Locks a transaction and tells whether it was reversed as far as this statement sees. */
  boolean lockReversed(UUID id) {
    return database.first(row -> row.getBoolean("reversed"), LOCK, id).orElse(false);
  }
}
