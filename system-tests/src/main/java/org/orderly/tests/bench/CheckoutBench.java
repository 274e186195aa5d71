package org.orderly.tests.bench;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.orderly.tests.bench.floor.DatabaseFloor;
import org.orderly.tests.bench.floor.DatabaseFloor.Protocol;
import org.orderly.tests.bench.usage.StatementsPerOrder;

/** Measures what an order costs. */
final class CheckoutBench {

  private static final int FLOOR_SECONDS = 8;
  private static final int COUNTED_CLIENTS = 32;
  private static final Duration COUNTED = Duration.ofSeconds(8);

  /** What has been compiled for one kind of order is most of what another one needs. */
  private static final Duration OTHERS = Duration.ofSeconds(60);

  /** Of what closed load reaches, so that open load shows the latency and not an overload. */
  private static final int PERCENT_OF_CLOSED = 70;

  private static final List<Protocol> COMPARED = List.of(Protocol.ONE_ROW_DECIDES, Protocol.GROUPS);

  private final BenchOptions options;
  private final BenchSession session;
  private BigDecimal best = BigDecimal.ZERO;

  private CheckoutBench(BenchOptions options, BenchSession session) {
    this.options = options;
    this.session = session;
  }

  static void run(BenchOptions options, BenchSession session) throws SQLException {
    new CheckoutBench(options, session).run();
  }

  private void run() throws SQLException {
    session.warm(Scenario.SPREAD, options.warmUp());
    for (Scenario scenario : options.scenarios()) {
      if (scenario != Scenario.SPREAD && scenario != Scenario.OPEN) {
        session.warm(scenario, shorter(options.warmUp(), OTHERS));
      }
    }
    floor(false, COMPARED);
    session.report().head();
    for (Scenario scenario : options.scenarios()) {
      rows(scenario);
    }
    statements();
    for (int orders : options.history()) {
      history(orders);
    }
    floor(true, List.of(Protocol.values()));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private void rows(Scenario scenario) throws SQLException {
    List<Integer> numbers = scenario == Scenario.SPREAD ? options.clients() : options.crowds();
    if (scenario == Scenario.OPEN) {
      session.measure(scenario, options.mostClients(), rate(), 0);
      return;
    }
    for (int clients : numbers) {
      BenchRow row = session.measure(scenario, clients, 0, 0);
      if (scenario == Scenario.SPREAD) {
        best = best.max(row.perSecond());
      }
    }
  }

  /** If closed load was not asked for, it is measured now, for its throughput. */
  private int rate() throws SQLException {
    if (options.rate().isPresent()) {
      return options.rate().get();
    }
    if (best.signum() == 0) {
      best = session.measure(Scenario.SPREAD, options.usualClients(), 0, 0).perSecond();
    }
    return Math.max(1, best.intValue() * PERCENT_OF_CLOSED / 100);
  }

  private void statements() throws SQLException {
    int clients = Math.min(COUNTED_CLIENTS, options.mostClients());
    for (MeasuredShop shop : session.subjects()) {
      StatementsPerOrder counts = shop.count(clients, COUNTED);
      session.report().counted(shop.shop().name(), counts, options.statements());
      session.result().add(new BenchResult.Counted(shop.shop().name(), clients, counts));
    }
  }

  private void history(int orders) throws SQLException {
    long filled = 0;
    for (MeasuredShop shop : session.subjects()) {
      long begin = System.nanoTime();
      filled = shop.fillUpTo(orders);
      session
          .report()
          .say(
              "%s: %d orders in the tables after %d s",
              shop.shop().name(), filled, Duration.ofNanos(System.nanoTime() - begin).toSeconds());
    }
    session.warm(Scenario.SPREAD, shorter(options.warmUp(), OTHERS));
    session.measure(Scenario.SPREAD, options.usualClients(), 0, filled);
  }

  private void floor(boolean after, List<Protocol> protocols) throws SQLException {
    if (!options.floor()) {
      return;
    }
    session.report().say("");
    session
        .report()
        .say(
            "The floor %s the rows: order, line, payment and reservation in bare SQL (JDBC), orders/s",
            after ? "after" : "before");
    try (DatabaseFloor floor = new DatabaseFloor(session.subjects().get(0).shop())) {
      Duration time = Duration.ofSeconds(Math.min(FLOOR_SECONDS, options.time().toSeconds()));
      floor.run(Protocol.ONE_ROW_DECIDES, options.mostClients(), Duration.ofSeconds(2));
      for (Protocol protocol : protocols) {
        List<Integer> numbers =
            protocol == Protocol.GROUPS ? List.of(options.mostClients()) : options.crowds();
        for (int clients : numbers) {
          DatabaseFloor.Rate rate = floor.run(protocol, clients, time);
          BenchResult.Floor found =
              new BenchResult.Floor(
                  protocol, clients, after, BenchRow.perSecond(rate.orders(), rate.nanos()));
          session.report().floor(found);
          session.result().add(found);
        }
      }
    }
  }
}
