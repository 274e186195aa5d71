package org.orderly.tests.bench;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.orderly.tests.bench.client.ClientProcess;
import org.orderly.tests.bench.client.LoadPlan;
import org.orderly.tests.bench.client.LoadResult;
import org.orderly.tests.bench.customer.BenchCustomer;
import org.orderly.tests.bench.customer.BenchCustomers;
import org.orderly.tests.bench.customer.BenchProducts;
import org.orderly.tests.bench.history.OrderHistory;
import org.orderly.tests.bench.shop.Backlog;
import org.orderly.tests.bench.shop.BenchShop;
import org.orderly.tests.bench.usage.CpuTime;
import org.orderly.tests.bench.usage.ResourceSnapshot;
import org.orderly.tests.bench.usage.StatementCounts;
import org.orderly.tests.bench.usage.StatementsPerOrder;
import org.orderly.tests.bench.usage.ThreadCpuTimes;
import org.orderly.tests.load.ShopClient;

/** A shop that is measured: open, filled and warm. */
final class MeasuredShop implements AutoCloseable {

  private static final Duration DRAINING = Duration.ofMinutes(3);
  private static final Duration WINDOW = Duration.ofSeconds(5);
  private static final int WARMERS = 32;
  private static final int LINES = 2;

  private final BenchShop benchShop;
  private final ShopClient client;
  private final ClientProcess clients;
  private final BenchCustomers customers;
  private final StatementCounts statements;
  private final Backlog backlog;
  private final BenchOptions options;
  private BenchLoads loads;
  private long placed;
  private long unknown;

  private MeasuredShop(BenchShop benchShop, ClientProcess clients, BenchOptions options) {
    this.benchShop = benchShop;
    this.client = new ShopClient(benchShop.url());
    this.clients = clients;
    this.customers = new BenchCustomers(client);
    this.statements = new StatementCounts(benchShop);
    this.backlog = new Backlog(benchShop);
    this.options = options;
  }

  static MeasuredShop launch(
      String name, Path distribution, Path folder, ClientProcess clients, BenchOptions options) {
    BenchShop benchShop = BenchShop.launch(name, distribution, folder);
    try {
      return new MeasuredShop(benchShop, clients, options);
    } catch (RuntimeException | Error e) {
      benchShop.close();
      throw e;
    }
  }

  /** Fills it with products and customers. */
  void prepare() throws SQLException {
    benchShop.awaitReady();
    statements.load();
    benchShop.awaitReady();
    BenchProducts products = BenchProducts.list(client, admin());
    loads = new BenchLoads(benchShop.url(), products, options.payment());
    customers.admit(options.mostClients());
    if (options.scenarios().contains(Scenario.BARE)) {
      new BareDeployment(benchShop.autodeploy()).deploy();
    }
    if (options.scenarios().contains(Scenario.CART)) {
      customers.fillCarts(products.plenty().subList(0, LINES));
    }
  }

  /** Until the server is warm for this scenario, or has had its time. */
  WarmUp warm(Scenario scenario, Duration most) {
    WarmUp warmUp = new WarmUp(most);
    long server = benchShop.pid("server");
    int number = Math.min(WARMERS, options.mostClients());
    while (!warmUp.isOver()) {
      LoadPlan plan = loads.of(scenario, tokens(number));
      ThreadCpuTimes threads = ThreadCpuTimes.of(server);
      long used = CpuTime.of(server);
      LoadResult result = run(plan, WINDOW);
      warmUp.add(
          new WarmUp.Window(
              scenario.isRefused() ? result.refusedInAll() : result.done(),
              result.nanos(),
              CpuTime.of(server) - used,
              ThreadCpuTimes.of(server).compilersSince(threads)));
    }
    backlog.await(DRAINING);
    return warmUp;
  }

  private LoadResult run(LoadPlan plan, Duration time) {
    LoadResult result = clients.run(plan.lasting(time.toMillis(), options.seed()));
    if (plan.lines() > 0) {
      placed += result.done();
      unknown += result.failed();
    }
    return result;
  }

  private List<String> tokens(int number) {
    return customers.buyers().subList(0, number).stream().map(BenchCustomer::token).toList();
  }

  /**
   * One row, measured until nothing is left to do that follows from its requests.
   *
   * @param rate requests a second of open load; 0 for closed load
   */
  BenchRow measure(Scenario scenario, int number, int rate) throws SQLException {
    LoadPlan plan = loads.of(scenario, tokens(number)).atRate(rate);
    Map<String, Long> rows = scenario.isRefused() ? new WrittenRows(benchShop).counts() : Map.of();
    ResourceSnapshot before = ResourceSnapshot.of(benchShop);
    LoadResult result = run(plan, options.time());
    Backlog.Time rest = scenario.isRead() ? new Backlog.Time(0, 0) : backlog.await(DRAINING);
    ResourceSnapshot after = ResourceSnapshot.of(benchShop);
    if (scenario.isRefused()) {
      new WrittenRows(benchShop).requireUnchangedSince(rows);
    }
    return new BenchRow(scenario, number, rate, 0, result, after.since(before), rest);
  }

  /** Orders of the usual kind with everything counted that the databases are asked. */
  StatementsPerOrder count(int number, Duration time) throws SQLException {
    LoadPlan plan = loads.of(Scenario.SPREAD, tokens(number));
    statements.settle();
    List<StatementCounts.Count> before = statements.counts();
    ResourceSnapshot used = ResourceSnapshot.of(benchShop);
    statements.begin();
    LoadResult result = run(plan, time);
    backlog.await(DRAINING);
    statements.end();
    ResourceSnapshot after = ResourceSnapshot.of(benchShop);
    statements.settle();
    return new StatementsPerOrder(
        result.done(),
        before,
        statements.counts(),
        statements.lines(result.done()),
        after.since(used));
  }

  /** Returns how many orders there are then. */
  long fillUpTo(long orders) throws SQLException {
    backlog.await(DRAINING);
    long before = ShopSums.orders(benchShop);
    long after = new OrderHistory(benchShop).fillUpTo(orders);
    placed += after - before;
    return after;
  }

  /** Which integrity checks fail, and which sums do not fit what the client was told. */
  List<String> broken() throws SQLException {
    List<String> broken = new ArrayList<>(new IntegrityProof(client, this::admin).broken());
    broken.addAll(ShopSums.of(benchShop).broken(placed, unknown));
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
      backlog.close();
    } catch (SQLException e) {
      // the database may have gone first
    } finally {
      benchShop.close();
    }
  }
}
