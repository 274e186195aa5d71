package org.orderly.tests.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orderly.tests.bench.floor.DatabaseFloor.Protocol;
import org.orderly.tests.bench.usage.StatementCounts;
import org.orderly.tests.bench.usage.StatementsPerOrder;
import org.orderly.tests.load.Latencies;

class ResultFileTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  private BenchOptions options;
  private BenchResult result;

  @BeforeEach
  void measure() {
    options = BenchFigures.options(List.of(1, 32), Optional.of(folder.resolve("result.json")));
    result = new BenchResult("checkout", options);
    WarmUp warmUp = new WarmUp(Duration.ofSeconds(5));
    warmUp.add(new WarmUp.Window(100, Duration.ofSeconds(5).toNanos(), 1_000, 10));
    result.add(new BenchResult.WarmedUp("now", Scenario.SPREAD, warmUp));
    result.add(
        new BenchResult.Measured("now", BenchFigures.row(Scenario.SPREAD, 32, 200, 0, 1_000)));
    result.add(new BenchResult.Measured("now", BenchFigures.row(Scenario.HOT, 32, 300, 0, 1_000)));
    result.add(
        new BenchResult.Measured("now", BenchFigures.row(Scenario.SOLD_OUT, 32, 0, 1_200, 600)));
    for (boolean after : List.of(false, true)) {
      BigDecimal perSecond = BigDecimal.valueOf(after ? 120 : 80);
      result.add(new BenchResult.Floor(Protocol.ONE_ROW_DECIDES, 32, after, perSecond));
      result.add(new BenchResult.Floor(Protocol.GROUPS, 32, after, BigDecimal.valueOf(400)));
    }
    result.add(
        new BenchResult.Measured(
            "now", BenchFigures.row(Scenario.SPREAD, 32, 200, 0, 1_000).with(10_000)));
    result.add(
        new BenchResult.Measured(
            "now", BenchFigures.row(Scenario.SPREAD, 32, 200, 0, 1_100).with(100_000)));
    result.add(
        new BenchResult.Counted(
            "now",
            32,
            new StatementsPerOrder(
                100,
                List.of(new StatementCounts.Count("ordering", 0, 0, 0, 1_000)),
                List.of(new StatementCounts.Count("ordering", 900, 200, 0, 1_150)),
                List.of(),
                BenchFigures.row(Scenario.SPREAD, 32, 100, 0, 1).used())));
    result.add(new BenchResult.Proven("now", "700 MB", "150 MB", List.of()));
  }

  private JsonNode written() throws IOException {
    result.write(options);
    return JSON.readTree(Files.readString(folder.resolve("result.json")));
  }

  private static JsonSchema schema() throws IOException {
    try (InputStream schema = ResultFile.class.getResourceAsStream("bench-result.schema.json")) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(schema);
    }
  }

  @Test
  void isWhatItsSchemaSays() throws IOException {
    assertThat(schema().validate(written())).isEmpty();
  }

  @Test
  void theSchemaKnowsEveryScenarioAndProtocol() throws IOException {
    JsonNode schema = schema().getSchemaNode();
    assertThat(schema.at("/definitions/scenario/enum").valueStream().map(JsonNode::asText))
        .containsExactlyElementsOf(
            List.of(Scenario.values()).stream().map(Scenario::code).toList());
    assertThat(
            schema
                .at("/properties/floors/items/properties/protocol/enum")
                .valueStream()
                .map(JsonNode::asText))
        .containsExactlyElementsOf(
            List.of(Protocol.values()).stream().map(Protocol::code).toList());
  }

  @Test
  void holdsFiguresPerRequestAndTheWholeHistogram() throws IOException {
    JsonNode row = written().at("/rows/0");
    assertThat(row.at("/perSecond").decimalValue()).isEqualByComparingTo("200");
    assertThat(row.at("/cpuMillisPerRequest/server").decimalValue()).isEqualByComparingTo("5");
    assertThat(row.at("/cpuMillisPerRequest/serverCompilers").decimalValue())
        .isEqualByComparingTo("0.5");
    assertThat(row.at("/cpuMillisPerRequest/serverRest").decimalValue())
        .isEqualByComparingTo("4.25");
    assertThat(row.at("/walBytesPerRequest").intValue()).isEqualTo(2_000);
    Latencies latencies = Latencies.decoded(row.at("/latencyMillis/histogram").asText());
    assertThat(latencies.count()).isEqualTo(200);
    assertThat(latencies.percentile(50)).isEqualByComparingTo("100");
  }

  @Test
  void countsRefusalsWhereTheProductIsSoldOut() throws IOException {
    JsonNode row = written().at("/rows/2");
    assertThat(row.at("/counted").intValue()).isEqualTo(1_200);
    assertThat(row.at("/done").intValue()).isZero();
    assertThat(row.at("/cpuMillisPerRequest/server").decimalValue()).isEqualByComparingTo("0.5");
    assertThat(row.at("/latencyMillis/p50").decimalValue()).isEqualByComparingTo("60");
  }

  @Test
  void tellsTheRatiosOfTheRun() throws IOException {
    assertThat(
            written()
                .at("/ratios")
                .valueStream()
                .map(one -> one.get("name").asText() + " = " + one.get("value")))
        .containsExactly(
            "32 clients: orders against the same protocol over JDBC = 2.0",
            "32 clients: orders against groups of 32 over JDBC = 0.5",
            "32 clients: one hot product against a thousand = 1.5",
            "32 clients: refusals of a sold-out product against orders = 6.0",
            "32 clients: floor (one row decides (ours)), after against before = 1.5",
            "32 clients: floor (groups of 32, 2 workers), after against before = 1.0",
            "now: 100,000 orders in the tables against 10,000: CPU of the server = 1.1",
            "now: 100,000 orders in the tables against 10,000: CPU of PostgreSQL = 1.0",
            "now: 100,000 orders in the tables against 10,000: a second = 1.0");
  }

  @Test
  void hasATwinInMarkdownWithTheRatiosFirst() throws IOException {
    written();
    String text = Files.readString(folder.resolve("figures.md"));
    assertThat(text)
        .contains("| ratio | value |\n| --- | --- |\n")
        .contains("| 32 clients: one hot product against a thousand | 1.50 |\n")
        .contains("| now: 32 clients, a product that is sold out | 1200.0 | 60.0 |")
        .contains("| groups of 32, 2 workers | 32 | after | 400 |")
        .contains("| all | 9.00 | 2.00 | 0.00 | 1.50 |")
        .contains("| now | all pass |");
    assertThat(text.indexOf("| ratio")).isLessThan(text.indexOf("| row"));
  }

  @Test
  void twoTurnsOfARowAddUp() {
    BenchRow sum =
        BenchFigures.row(Scenario.HOT, 8, 100, 0, 500)
            .plus(BenchFigures.row(Scenario.HOT, 8, 300, 0, 700));
    assertThat(sum.perSecond()).isEqualByComparingTo("200");
    assertThat(sum.perRequest(sum.used().server())).isEqualByComparingTo("3");
    assertThat(sum.latencies().count()).isEqualTo(400);
  }
}
