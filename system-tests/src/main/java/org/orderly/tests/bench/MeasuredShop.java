package org.orderly.tests.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.orderly.tests.load.ShopClient;

/** A shop that is measured: open, filled and warm. */
final class MeasuredShop implements AutoCloseable {

  private static final int LINES = 2;
  private static final Duration DRAINING = Duration.ofMinutes(3);
  private static final Duration WINDOW = Duration.ofSeconds(5);
  private static final int WARMERS = 8;

  private final BenchShop benchShop;
  private final ShopClient client;
  private final BenchCustomers benchCustomers;
  private final StatementCounts statements;
  private final BenchOptions benchOptions;
  private List<UUID> products;
  private Backlog backlog;

  private MeasuredShop(BenchShop benchShop, BenchOptions benchOptions) {
    this.benchShop = benchShop;
    this.client = new ShopClient(benchShop.url());
    this.benchCustomers = new BenchCustomers(client);
    this.statements = new StatementCounts(benchShop);
    this.benchOptions = benchOptions;
  }

  static MeasuredShop launch(
      String name, Path distribution, Path folder, BenchOptions benchOptions) {
    BenchShop benchShop = BenchShop.launch(name, distribution, folder, benchOptions.payment());
    try {
      return new MeasuredShop(benchShop, benchOptions);
    } catch (RuntimeException | Error e) {
      benchShop.close();
      throw e;
    }
  }

  /** Fills it and warms it up; tells how that ended. */
  WarmUp prepare(int buyers) throws SQLException {
    benchShop.awaitReady();
    statements.load();
    benchShop.awaitReady();
    backlog = new Backlog(benchShop, benchOptions.payment());
    products = BenchProducts.list(client, admin());
    benchCustomers.admit(Math.max(buyers, WARMERS));
    WarmUp warmUp = warm();
    backlog.await(DRAINING);
    return warmUp;
  }

  /** Until the server is warm, or has had the time for it. */
  private WarmUp warm() {
    WarmUp warmUp = new WarmUp(benchOptions.warmUp());
    long server = benchShop.pid("server");
    while (!warmUp.isOver()) {
      List<BenchCustomer> buyers = buyers(WARMERS);
      ThreadCpuTimes threads = ThreadCpuTimes.of(server);
      long used = CpuTime.of(server);
      BenchLoad.Outcome outcome = load(false).run(buyers, WINDOW);
      warmUp.add(
          new WarmUp.Window(
              outcome.placed(),
              outcome.nanos(),
              CpuTime.of(server) - used,
              ThreadCpuTimes.of(server).compilersSince(threads)));
    }
    return warmUp;
  }

  private BenchLoad load(boolean hot) {
    return hot
        ? new BenchLoad(benchShop.url(), products.subList(0, 1), 1, benchOptions)
        : new BenchLoad(benchShop.url(), products, LINES, benchOptions);
  }

  private List<BenchCustomer> buyers(int number) {
    return benchCustomers.buyers().subList(0, number);
  }

  /** One row, measured until nothing is left to do that follows from its orders. */
  BenchRow measure(int clients, boolean hot, Duration time) throws SQLException {
    List<BenchCustomer> buyers = buyers(clients);
    ResourceUsage before = ResourceUsage.of(benchShop);
    BenchLoad.Outcome outcome = load(hot).run(buyers, time);
    Backlog.Time rest = backlog.await(DRAINING);
    return new BenchRow(outcome, ResourceUsage.of(benchShop).minus(before), rest);
  }

  /** The same once more with everything counted that the databases are asked. */
  StatementsPerOrder count(int clients, Duration time) throws SQLException {
    List<BenchCustomer> buyers = buyers(clients);
    statements.settle();
    List<StatementCounts.Count> before = statements.counts();
    ResourceUsage used = ResourceUsage.of(benchShop);
    statements.begin();
    BenchLoad.Outcome outcome = load(false).run(buyers, time);
    backlog.await(DRAINING);
    statements.end();
    ResourceUsage after = ResourceUsage.of(benchShop).minus(used);
    statements.settle();
    return new StatementsPerOrder(
        outcome.placed(), before, statements.counts(), statements.lines(outcome.placed()), after);
  }

  /** Whether the shop proves its own books; tells which checks it fails. */
  List<String> broken() {
    JsonNode books = client.get("admin/invariants", admin());
    List<String> broken = new java.util.ArrayList<>();
    books
        .get("checks")
        .forEach(
            check -> {
              if (!check.get("ok").asBoolean()) {
                broken.add(check.toString());
              }
            });
    if (broken.isEmpty() && (!books.get("ok").asBoolean() || books.get("checks").isEmpty())) {
      broken.add("the shop does not say that its books are right");
    }
    return broken;
  }

  private String admin() {
    List<String> credentials = benchShop.adminCredentials();
    return client.login(credentials.get(0).strip(), credentials.get(1).strip());
  }

  BenchShop shop() {
    return benchShop;
  }

  @Override
  public void close() {
    try {
      if (backlog != null) {
        backlog.close();
      }
    } catch (SQLException e) {
      // the database may have gone first
    } finally {
      benchShop.close();
    }
  }
}
