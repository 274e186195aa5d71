package org.orderly.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.orderly.kernel.InvariantCheck;
import org.orderly.kernel.SqlCheck;

/** Checks I4 and I5 on the payment database. */
@ApplicationScoped
public class LedgerChecks {

  private static final List<SqlCheck> CHECKS =
      List.of(
          new SqlCheck(
              "I4",
              "debits equal credits in every currency, and each wallet holds what its postings say",
              """
              select currency || ': accounts add up to ' || sum(signed)
              from (select currency, -amount as signed from posting
                    union all
                    select d.currency, p.amount from posting p join account d on d.id = p.destination
                   ) sides
              group by currency having sum(signed) <> 0
              union all
              select 'wallet ' || a.id || ': holds ' || a.balance || ', postings say '
                     || coalesce(moved.total, 0)
              from account a
              left join (select account, sum(signed) as total
                         from (select source as account, -amount as signed from posting
                               union all
                               select destination, amount from posting) sides
                         group by account) moved on moved.account = a.id
              where a.kind = 'WALLET'
                and (a.balance <> coalesce(moved.total, 0) or a.balance < 0)
              """),
          new SqlCheck(
              "I5",
              "captured less refunded is what the ledger holds, and at most what was authorized",
              """
              select 'order ' || pay.order_id || ': captured ' || pay.captured || ', refunded '
                     || pay.refunded || ', ledger ' || coalesce(booked.total, 0)
              from payment pay
              left join (select t.reference, sum(p.amount) as total
                         from ledger_transaction t join posting p on p.transaction_id = t.id
                         where t.kind = 'CHARGE' group by t.reference
                        ) booked on booked.reference = pay.order_id
              where pay.captured - pay.refunded <> coalesce(booked.total, 0)
                 or pay.captured > pay.authorized
              union all
              select 'charge ' || t.id || ': no payment of order ' || t.reference
              from ledger_transaction t
              where t.kind = 'CHARGE'
                and not exists (select 1 from payment pay where pay.order_id = t.reference)
              """));

  private final PaymentDatabase database;

  @Inject
  LedgerChecks(PaymentDatabase database) {
    this.database = database;
  }

  /** Needs no transaction: each check is one statement. */
  public List<InvariantCheck> run() throws SQLException {
    try (Connection connection = database.dataSource().getConnection()) {
      return List.of(CHECKS.get(0).run(connection), CHECKS.get(1).run(connection));
    }
  }
}
