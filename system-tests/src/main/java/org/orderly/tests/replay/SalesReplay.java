package org.orderly.tests.replay;

import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.orderly.tests.load.Databases;
import org.orderly.tests.load.Latencies;
import org.orderly.tests.load.ShopClient;
import org.orderly.tests.load.WorkerPool;

/**
 * Sells the contents of a file of order lines again.
 *
 * @param file CSV with the columns InvoiceNo, StockCode, Description, Quantity, UnitPrice and
 *     CustomerID, also as {@code .gz}; amounts in GBP
 * @param limit how many lines of it to take
 * @param clients how many orders are placed at once
 * @param shop where Orderly answers
 */
public record SalesReplay(
    Path file,
    long limit,
    int clients,
    URI shop,
    String adminEmail,
    String adminPassword,
    Databases databases) {

  private static final int PROGRESS = 500;
  private static final int SIGNING_UP_AT_ONCE = 4;

  /** What came out, and what the records say differently from the file. */
  public record Outcome(
      int orders,
      long units,
      BigDecimal revenue,
      int returns,
      BigDecimal refunds,
      List<String> differences) {}

  /** Runs all of it, telling on the way. */
  public Outcome run(PrintStream out) throws IOException, SQLException {
    SalesFile salesFile = SalesFile.read(file, limit);
    ShopClient client = new ShopClient(shop);
    ReplaySetup replaySetup = new ReplaySetup(client);
    prepare(salesFile, replaySetup, client, out);
    placeOrders(salesFile, replaySetup, out);
    ReplaySession admin = new ReplaySession(client, adminEmail, adminPassword);
    takeBack(salesFile, new ReplayedReturns(client, replaySetup, admin), out);
    List<String> differences =
        new ReplayVerification(salesFile, replaySetup)
            .differences(
                databases,
                client.get("admin/ledger/trial-balance", admin.token()),
                client.get("admin/invariants", admin.token()));
    Outcome outcome =
        new Outcome(
            salesFile.invoices().size(),
            salesFile.units().values().stream().mapToLong(Long::longValue).sum(),
            salesFile.revenue(),
            salesFile.taken().size(),
            salesFile.refunds(),
            differences);
    report(outcome, out);
    return outcome;
  }

  private static void report(Outcome outcome, PrintStream out) {
    boolean proven = outcome.differences().isEmpty();
    out.printf(
        "%s: %,d orders, %,d units, %s GBP, of which %,d returns gave back %s GBP,%n  %s%n",
        proven ? "Proven" : "DIFFERENT",
        outcome.orders(),
        outcome.units(),
        outcome.revenue(),
        outcome.returns(),
        outcome.refunds(),
        proven
            ? "in the databases as in the file; the ledger is balanced, all invariants hold"
            : "are not in the databases as in the file");
    outcome.differences().forEach(difference -> out.println("  " + difference));
  }

  private void takeBack(SalesFile salesFile, ReplayedReturns replayedReturns, PrintStream out) {
    Instant begin = Instant.now();
    new WorkerPool(clients).work(salesFile.touched(), replayedReturns::deliver);
    out.printf("Delivered %,d orders in %s s%n", salesFile.touched().size(), seconds(begin));
    Instant returns = Instant.now();
    new WorkerPool(clients).work(salesFile.taken(), replayedReturns::takeBack);
    out.printf(
        "Took back and refunded %,d units in %,d returns in %s s: %,d lines of cancellations%n",
        salesFile.taken().stream().mapToLong(CancelledQuantity::units).sum(),
        salesFile.taken().size(),
        seconds(returns),
        salesFile.cancellations().lines());
    Cancellations.Unmatched unmatched = salesFile.cancellations().unmatched();
    out.printf(
        "  %,d lines of cancellations (%,d units, %s GBP) have no matching sale in the file%n",
        unmatched.lines(), unmatched.units(), unmatched.worth());
  }

  private void prepare(
      SalesFile salesFile, ReplaySetup replaySetup, ShopClient client, PrintStream out) {
    Instant begin = Instant.now();
    replaySetup.listProducts(salesFile, client.login(adminEmail, adminPassword));
    out.printf("Listed %,d products in %s s%n", replaySetup.products().size(), seconds(begin));
    Instant doors = Instant.now();
    Map<String, BigDecimal> spending = salesFile.spending();
    AtomicInteger admitted = new AtomicInteger();
    new WorkerPool(SIGNING_UP_AT_ONCE)
        .work(
            spending.entrySet(),
            one -> {
              replaySetup.admit(one.getKey(), one.getValue());
              tell(out, "customers registered", admitted.incrementAndGet());
            });
    out.printf("Registered %,d customers in %s s%n", spending.size(), seconds(doors));
  }

  private void placeOrders(SalesFile salesFile, ReplaySetup replaySetup, PrintStream out) {
    Latencies latencies = new Latencies();
    AtomicInteger placed = new AtomicInteger();
    Instant begin = Instant.now();
    new WorkerPool(clients)
        .work(
            salesFile.invoices(),
            invoice -> {
              long sent = System.nanoTime();
              replaySetup.order(invoice);
              latencies.record(System.nanoTime() - sent);
              tell(out, "orders placed", placed.incrementAndGet());
            });
    long millis = Math.max(1, Duration.between(begin, Instant.now()).toMillis());
    out.printf(
        "Placed %,d orders with %d clients in %s s: %s orders/s, %s%n",
        latencies.count(),
        clients,
        seconds(begin),
        BigDecimal.valueOf(latencies.count() * 10_000L / millis, 1),
        latencies);
  }

  private static void tell(PrintStream out, String what, int count) {
    if (count % PROGRESS == 0) {
      out.printf("  %,d %s%n", count, what);
    }
  }

  private static BigDecimal seconds(Instant begin) {
    return BigDecimal.valueOf(Duration.between(begin, Instant.now()).toMillis() / 100, 1);
  }
}
