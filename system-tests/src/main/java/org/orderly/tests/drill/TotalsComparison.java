package org.orderly.tests.drill;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.orderly.tests.drill.customer.CallAnswers;
import org.orderly.tests.drill.customer.DrillAccount;
import org.orderly.tests.drill.customer.DrillProducts;

/** Compares the totals of all rounds, which a row of an earlier round would change. */
final class TotalsComparison {
  private final DrillSite drillSite;
  private final RowComparison rowComparison;

  TotalsComparison(DrillSite drillSite, RowComparison rowComparison) {
    this.drillSite = drillSite;
    this.rowComparison = rowComparison;
  }

  void compare(
      DrillProducts drillProducts, List<DrillAccount> accounts, HistoryVerification history)
      throws SQLException {
    String placed = drillSite.rows("ordering", "select count(*) from orders").get(0);
    Stream.of(
            "inventory select count(*) from reservation_set",
            "payment select count(*) from payment",
            "payment select count(*) from ledger_transaction where kind = 'CHARGE'",
            "ordering select count(*) from idempotency_key where operation = 'place-order'",
            "notification select count(*) from inbox_message where type = 'order-placed'")
        .forEach(question -> compareTotal(placed, question));
    compareStock(drillProducts, history);
    compareWallets(accounts, history);
  }

  private void compareTotal(String placed, String question) {
    int space = question.indexOf(' ');
    try {
      String found =
          drillSite.rows(question.substring(0, space), question.substring(space + 1)).get(0);
      if (!found.equals(placed)) {
        rowComparison.add(placed + " orders, but " + found + " by " + question);
      }
    } catch (SQLException e) {
      throw new ConditionNotMet(question + ": " + e.getMessage());
    }
  }

  private void compareStock(DrillProducts drillProducts, HistoryVerification history)
      throws SQLException {
    Map<String, String> sold = new HashMap<>();
    drillSite
        .rows(
            "ordering",
            "select product_id, trim_scale(sum(quantity)) from order_line group by product_id")
        .forEach(row -> sold.put(row.split(" ")[0], row.split(" ")[1]));
    List<String> expected = new ArrayList<>();
    for (UUID id : drillProducts.ids()) {
      String reserved = sold.getOrDefault(id.toString(), "0");
      long onHand = drillProducts.initialStock(id) + history.added(CallAnswers.stock(id));
      expected.add(id + " " + onHand + " " + reserved);
    }
    rowComparison.same(
        "stock",
        expected,
        drillSite.rows(
            "inventory",
            "select product_id, trim_scale(on_hand), trim_scale(reserved) from stock_item"));
  }

  private void compareWallets(List<DrillAccount> accounts, HistoryVerification history)
      throws SQLException {
    Map<String, Long> spent = new HashMap<>();
    drillSite
        .rows("ordering", "select user_id, sum(total) from orders group by user_id")
        .forEach(row -> spent.put(row.split(" ")[0], Long.parseLong(row.split(" ")[1])));
    rowComparison.same(
        "wallet",
        accounts.stream()
            .filter(account -> account.deposited() > 0)
            .map(
                account ->
                    account.id()
                        + " "
                        + (account.deposited()
                            + history.added(CallAnswers.wallet(account.id()))
                            - spent.getOrDefault(account.id().toString(), 0L)))
            .toList(),
        drillSite.rows("payment", "select owner, balance from account where kind = 'WALLET'"));
  }
}
