package org.orderly.tests.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orderly.tests.support.Api.Answer;
import org.orderly.tests.support.RunningShop;
import org.orderly.tests.support.Shopper;
import org.orderly.tests.support.StatementLog;

/**
 * A page of a list takes one query, or a known number of statements: never more for many rows than
 * for one.
 */
@ExtendWith(RunningShop.class)
class ListStatementsIT {

  /** So often nothing else runs the same statement on the same database meanwhile. */
  private static final int REPEATED = 15;

  /** Who may see the thing is asked before, or the page's parts are in tables or databases. */
  private static final Map<String, Integer> OTHERS =
      Map.ofEntries(
          Map.entry("GET /api/v1/admin/analytics/categories", 2),
          Map.entry("GET /api/v1/admin/dead-letters", 0),
          Map.entry("GET /api/v1/admin/ledger/accounts/{id}/postings", 2),
          Map.entry("GET /api/v1/admin/payments", 3),
          Map.entry("GET /api/v1/admin/webhooks/{id}/deliveries", 2),
          Map.entry("GET /api/v1/inventory/{productId}/movements", 3),
          Map.entry("GET /api/v1/orders", 3),
          Map.entry("GET /api/v1/orders/all", 4),
          Map.entry("GET /api/v1/orders/{id}/history", 2),
          Map.entry("GET /api/v1/orders/{id}/returns", 2),
          Map.entry("GET /api/v1/orders/{id}/shipments", 2),
          Map.entry("GET /api/v1/vendor/orders", 3));

  private static final Actors ACTORS = new Actors();
  private static final RouteRequests REQUESTS = new RouteRequests(ACTORS);

  @Test
  void takesAsManyStatementsAsAreKnownWhateverItsLength() throws SQLException {
    List<String> differences = new ArrayList<>();
    int lists = 0;
    for (Map.Entry<String, Map<String, String>> row : RouteTable.read().rows().entrySet()) {
      String route = row.getKey();
      if (route.startsWith("GET ") && isList(route, row.getValue())) {
        lists++;
        int most = OTHERS.getOrDefault(route, 1);
        for (int limit : List.of(1, 100)) {
          int statements = statements(route, row.getValue(), limit);
          if (statements > most || statements == 0 && most > 0) {
            differences.add(route + "?limit=" + limit + " takes " + statements);
          }
        }
      }
    }
    assertThat(lists).isGreaterThan(OTHERS.size() + 10);
    assertThat(differences).isEmpty();
  }

  private static boolean isList(String route, Map<String, String> row) {
    JsonNode body = ask(route, row, 1).body();
    return body.has("items") && body.has("nextCursor");
  }

  private static int statements(String route, Map<String, String> row, int limit)
      throws SQLException {
    ask(route, row, limit).expect(200);
    try (StatementLog log = StatementLog.listen()) {
      for (int i = 0; i < REPEATED; i++) {
        ask(route, row, limit);
      }
      return log.repeated(REPEATED);
    }
  }

  private static Answer ask(String route, Map<String, String> row, int limit) {
    String path = REQUESTS.path(route) + "?limit=" + limit;
    Shopper asker = asker(row);
    return asker.api().send(asker.request(path).header("Cache-Control", "no-cache").GET());
  }

  /** Who has something on the list, if they may see it. */
  private static Shopper asker(Map<String, String> row) {
    if (row.get("customer").equals("ok")) {
      return ACTORS.customer;
    }
    return row.get("vendor").equals("ok") ? ACTORS.vendor : RunningShop.admin();
  }
}
