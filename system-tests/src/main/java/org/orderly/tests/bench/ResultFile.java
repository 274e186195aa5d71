package org.orderly.tests.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import org.orderly.tests.bench.usage.ResourceUsage;
import org.orderly.tests.bench.usage.StatementCounts;
import org.orderly.tests.bench.usage.StatementsPerOrder;
import org.orderly.tests.load.Latencies;

/** The figures of a run as JSON; {@code bench-result.schema.json} says what is in it. */
record ResultFile(BenchResult result, HostDescription machine) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int FORMAT = 1;

  String text() {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node()) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  ObjectNode node() {
    ObjectNode root = JSON.createObjectNode();
    root.put("format", FORMAT);
    root.put("bench", result.command());
    root.put("beganAt", result.began().toString());
    root.set("machine", JSON.valueToTree(machine));
    root.put("secondsPerRow", result.options().time().toSeconds());
    root.put("seed", result.options().seed());
    root.put("payment", result.options().payment().method());
    result.warmUps().forEach(one -> warmUp(root.withArray("/warmUps").addObject(), one));
    ArrayNode rows = root.putArray("rows");
    result.rows().forEach(one -> row(rows.addObject().put("variant", one.variant()), one.row()));
    ArrayNode floors = root.putArray("floors");
    result.floors().forEach(one -> floor(floors.addObject(), one));
    ArrayNode statements = root.putArray("statements");
    result.counts().forEach(one -> counts(statements.addObject(), one));
    ArrayNode ratios = root.putArray("ratios");
    result
        .ratios()
        .forEach(one -> ratios.addObject().put("name", one.name()).put("value", one.value()));
    ArrayNode proofs = root.putArray("proofs");
    result.proofs().forEach(proof -> proofs.add(JSON.valueToTree(proof)));
    return root;
  }

  private static void warmUp(ObjectNode node, BenchResult.WarmedUp one) {
    node.put("variant", one.variant());
    node.put("scenario", one.scenario().code());
    node.put("warm", one.warmUp().isWarm());
    node.put("ended", one.warmUp().toString());
  }

  private static void row(ObjectNode node, BenchRow row) {
    node.put("scenario", row.scenario().code());
    node.put("clients", row.clients());
    node.put("load", row.rate() == 0 ? "closed" : "open");
    node.put("intendedPerSecond", row.rate());
    node.put("ordersInTables", row.history());
    node.put("counted", row.counted());
    node.put("perSecond", row.perSecond());
    node.put("done", row.load().done());
    ObjectNode refused = node.putObject("refused");
    row.load().refused().forEach(refused::put);
    node.put("failed", row.load().failed());
    node.put("unsent", row.load().unsent());
    node.put("nanos", row.load().nanos());
    latency(node.putObject("latencyMillis"), row.latencies());
    cpu(node.putObject("cpuMillisPerRequest"), row);
    ResourceUsage used = row.used();
    node.put("messagesPerRequest", row.perRequest(BigDecimal.valueOf(used.messages()), 2));
    node.put("transactionsPerRequest", row.perRequest(used.transactions(), 2));
    node.put("walBytesPerRequest", row.perRequest(used.walBytes(), 0));
    node.put("walFlushesPerRequest", row.perRequest(used.walSyncs(), 2));
    node.put("outboxEmptyAfterMillis", row.backlog().outboxMillis());
    node.put("allDoneAfterMillis", row.backlog().allMillis());
  }

  private static void latency(ObjectNode node, Latencies latencies) {
    node.put("p50", latencies.percentile(50));
    node.put("p95", latencies.percentile(95));
    node.put("p99", latencies.percentile(99));
    node.put("longest", latencies.longest());
    node.put("histogram", latencies.encoded());
  }

  private static void cpu(ObjectNode node, BenchRow row) {
    ResourceUsage used = row.used();
    node.put("server", row.perRequest(used.server()));
    node.put("serverCompilers", row.perRequest(used.compilers()));
    node.put("serverCollectors", row.perRequest(used.collectors()));
    node.put("serverRest", row.perRequest(used.rest()));
    node.put("postgres", row.perRequest(used.postgres()));
    node.put("broker", row.perRequest(used.broker()));
    node.put("redis", row.perRequest(used.redis()));
    node.put("mails", row.perRequest(used.mails()));
    node.put("client", row.perRequest(row.load().cpuMillis()));
  }

  private static void floor(ObjectNode node, BenchResult.Floor floor) {
    node.put("protocol", floor.protocol().code());
    node.put("clients", floor.clients());
    node.put("measured", floor.after() ? "after" : "before");
    node.put("perSecond", floor.perSecond());
  }

  private static void counts(ObjectNode node, BenchResult.Counted one) {
    StatementsPerOrder counts = one.counts();
    node.put("variant", one.variant());
    node.put("clients", one.clients());
    node.put("orders", counts.orders());
    node.put("messagesPerOrder", counts.perOrder(counts.used().messages()));
    node.put("walFlushesPerOrder", counts.perOrder(counts.used().walSyncs()));
    node.put("walBytesPerOrder", counts.perOrder(counts.used().walBytes()));
    ArrayNode databases = node.putArray("databases");
    for (StatementCounts.Count count : counts.all()) {
      ObjectNode database = databases.addObject();
      database.put("database", count.database());
      database.put("statementsPerOrder", counts.perOrder(count.statements()));
      database.put("bracketsPerOrder", counts.perOrder(count.bracket()));
      database.put("preparesPerOrder", counts.perOrder(count.prepared()));
      database.put("commitsPerOrder", counts.perOrder(count.commits()));
    }
  }
}
