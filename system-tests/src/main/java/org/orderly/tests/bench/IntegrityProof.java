package org.orderly.tests.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.orderly.tests.bench.shop.Wait;
import org.orderly.tests.load.ShopClient;

/**
 * Asks a shop for its integrity checks I1 to I10, until they have looked at everything.
 *
 * @param admin signs in; with a million orders it takes longer than a token lasts
 */
record IntegrityProof(ShopClient client, Supplier<String> admin) {

  private static final Duration COMPLETE = Duration.ofMinutes(30);

  /** Which checks fail. */
  List<String> broken() {
    Instant begin = Instant.now();
    List<JsonNode> reports = new ArrayList<>();
    boolean complete =
        Wait.upTo(
            COMPLETE,
            () -> {
              reports.add(client.get("admin/invariants", admin.get()));
              return isComplete(reports.get(reports.size() - 1), begin);
            });
    if (reports.isEmpty()) {
      return List.of("the shop does not answer for its integrity checks");
    }
    JsonNode last = reports.get(reports.size() - 1);
    List<String> broken = failed(last);
    if (broken.isEmpty() && (!last.get("ok").asBoolean() || last.get("checks").isEmpty())) {
      broken.add("the shop does not say that all integrity checks pass");
    }
    if (!complete) {
      broken.add("the integrity checks did not look at everything in time");
    }
    return broken;
  }

  /** At once in a small shop; in a large one its scan has to have been through everything since. */
  static boolean isComplete(JsonNode report, Instant since) {
    JsonNode audited = report.path("auditedAt");
    return report.path("complete").asBoolean()
        || audited.isTextual() && Instant.parse(audited.asText()).isAfter(since);
  }

  private static List<String> failed(JsonNode report) {
    List<String> failed = new ArrayList<>();
    for (JsonNode check : report.get("checks")) {
      if (!check.get("ok").asBoolean()) {
        failed.add(check.toString());
      }
    }
    return failed;
  }
}
