package org.orderly.payment;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.orderly.kernel.Money;
import org.orderly.kernel.UserId;
import org.orderly.ledger.AccountKind;
import org.orderly.ledger.AccountRef;
import org.orderly.ledger.BalanceQueries;
import org.orderly.ledger.Ledger;
import org.orderly.ledger.LedgerCheckQueries;
import org.orderly.ledger.PaymentDatabase;
import org.orderly.ledger.Posting;
import org.orderly.ledger.TransactionKind;
import org.orderly.testing.Application;

/** What database tests of payments do with the ledger. */
public final class LedgerActions {

  private static final int ALL = 10_000;

  private LedgerActions() {}

  /** Puts money into a user's wallet. */
  public static void fund(Application app, UserId user, Money amount) {
    post(
        app,
        Posting.of(
            TransactionKind.DEPOSIT,
            UUID.randomUUID(),
            AccountRef.ofShop(AccountKind.GATEWAY),
            AccountRef.walletOf(user),
            amount));
  }

  /** Posts in a transaction of its own. */
  public static void post(Application app, Posting... postings) {
    app.inTransaction(() -> app.bean(Ledger.class).post(postings));
  }

  /** What a user's wallet holds. */
  public static Money wallet(Application app, UserId user) {
    return app.bean(BalanceQueries.class).wallet(user, Currency.getInstance("EUR"));
  }

  /** What is a user's and waits. */
  public static Money held(Application app, UserId user) {
    return app.bean(BalanceQueries.class).of(AccountRef.heldOf(user), Currency.getInstance("EUR"));
  }

  /** The kinds of a reference's transactions with what they moved, in their order. */
  public static List<String> postings(Application app, UUID reference) {
    return app.database(PaymentDatabase.NAME)
        .rows(
            "select t.kind, s.kind, d.kind, p.amount from ledger_transaction t"
                + " join posting p on p.transaction_id = t.id"
                + " join account s on s.id = p.source join account d on d.id = p.destination"
                + " where t.reference = ? order by p.id",
            reference);
  }

  /** Findings of the ledger's integrity checks; empty if they pass. */
  public static List<?> findings(Application app) {
    LedgerCheckQueries checks = app.bean(LedgerCheckQueries.class);
    try {
      List<Object> all = new ArrayList<>();
      all.addAll(checks.wallets().after(null, ALL).findings());
      all.addAll(checks.postings().after(null, ALL).findings());
      return all;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
