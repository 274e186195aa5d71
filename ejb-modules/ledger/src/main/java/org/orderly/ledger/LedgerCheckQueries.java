package org.orderly.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.orderly.platform.integrity.IntegrityCheck;
import org.orderly.platform.integrity.KeyRangeQueries;
import org.orderly.platform.integrity.RangeCheck;
import org.orderly.platform.integrity.TableCheck;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;

/** Checks I4 and I10 on the payment database. */
@ApplicationScoped
public class LedgerCheckQueries {

  // What belongs to a row is looked up by a subquery of its own: the planner misjudges ranges of
  // UUIDs, and would rather read the whole other table than join by an index.

  private static final RangeCheck BALANCES =
      new RangeCheck(
          "I4",
          """
          select a.id, lower(a.kind) || ' ' || a.id || ': holds ' || a.balance || ', postings say '
                 || coalesce(came.total, 0) - coalesce(went.total, 0)
          from account a
          cross join lateral (
            select sum(amount) as total from posting where destination = a.id) came
          cross join lateral (
            select sum(amount) as total from posting where source = a.id) went
          where a.balance is not null and a.id > :above and a.id <= :upto
            and (a.balance <> coalesce(came.total, 0) - coalesce(went.total, 0) or a.balance < 0)
          """);

  /** Each moves one amount from one account to another, so debits equal credits if this holds. */
  private static final RangeCheck CURRENCIES =
      new RangeCheck(
          "I4",
          """
          select p.id, 'posting ' || p.id || ': moves ' || p.currency || ' from '
                 || coalesce(s.currency, 'nowhere') || ' to ' || coalesce(d.currency, 'nowhere')
          from posting p
          left join account s on s.id = p.source
          left join account d on d.id = p.destination
          where p.id > :above and p.id <= :upto
            and (s.currency is distinct from p.currency or d.currency is distinct from p.currency)
          """);

  private static final String UNRESOLVED =
      """
      select id, 'transfer ' || id || ': pending since ' || to_char(created_at at time zone 'UTC',
             'YYYY-MM-DD"T"HH24:MI:SS"Z"')
      from gateway_transfer
      where status = 'PENDING' and id > :above and id <= :upto
        and created_at < now() - %d * interval '1 second'
      """;

  private final DomainDatabase database;

  @Inject
  LedgerCheckQueries(@Domain(PaymentDatabase.NAME) DomainDatabase database) {
    this.database = database;
  }

  public IntegrityCheck wallets() {
    return check("wallets", "account where balance is not null", BALANCES);
  }

  public IntegrityCheck postings() {
    KeyRangeQueries newestFirst =
        new KeyRangeQueries(KeyRangeQueries.Kind.NUMBER, "id", "posting", true);
    return new TableCheck("postings", database.dataSource(), newestFirst, List.of(CURRENCIES));
  }

  /** Transfers that a gateway was asked for longer ago than this, without a known answer. */
  public IntegrityCheck transfers(Duration unresolved) {
    RangeCheck check = new RangeCheck("I10", UNRESOLVED.formatted(unresolved.toSeconds()));
    return check("transfers", "gateway_transfer where status = 'PENDING'", check);
  }

  private IntegrityCheck check(String name, String rows, RangeCheck check) {
    KeyRangeQueries walk = new KeyRangeQueries(KeyRangeQueries.Kind.UUID, "id", rows, false);
    return new TableCheck(name, database.dataSource(), walk, List.of(check));
  }
}
