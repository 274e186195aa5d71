package org.orderly.tests.bench;

import java.util.List;
import java.util.concurrent.Callable;
import org.orderly.server.cli.WholeNumber;
import org.orderly.tests.bench.client.PaymentMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./orderly bench checkout}. */
@Command(
    name = "checkout",
    description = {
      "Starts an Orderly of its own, in a folder that is removed, and measures what a checkout",
      "costs. Exit code 1: integrity checks fail, or it could not be measured."
    })
public final class BenchCheckoutCommand implements Callable<Integer> {
  @Mixin private BenchCommonOptions common;

  @Option(
      names = "--clients",
      paramLabel = "N",
      split = ",",
      splitSynopsisLabel = ",",
      defaultValue = "1,8,32,128",
      converter = BenchCommonOptions.Clients.class,
      description = "how many order at once, row by row (${DEFAULT-VALUE}; at most 256)")
  private List<Integer> clients;

  @Option(
      names = "--rows",
      paramLabel = "R",
      split = ",",
      splitSynopsisLabel = ",",
      defaultValue = "spread,open,hot,sold-out,card",
      converter = Row.class,
      description = {
        "which: spread over a thousand products, open load, one hot product,",
        "a sold-out product, by card (all)"
      })
  private List<Scenario> rows;

  @Option(
      names = "--history",
      paramLabel = "N",
      split = ",",
      splitSynopsisLabel = ",",
      converter = Orders.class,
      description = {
        "fills the tables up to so many orders and measures again, one number after the",
        "other (none; at most 2000000)"
      })
  private List<Integer> history = List.of();

  @Option(
      names = "--payment",
      paramLabel = "P",
      defaultValue = "wallet",
      description =
          "of all rows: wallet, or card, by a gateway that takes 50 ms (${DEFAULT-VALUE})")
  private PaymentMode payment;

  @Option(
      names = "--no-floor",
      description = "leaves out the same protocol in bare SQL, the floor under it")
  private boolean noFloor;

  @Option(names = "--statements", description = "lists what the databases are asked")
  private boolean statements;

  private static final class Row extends ScenarioName {
    private Row() {
      super(Scenario.CHECKOUT);
    }
  }

  private static final class Orders extends WholeNumber {
    private Orders() {
      super(1, 2_000_000);
    }
  }

  BenchOptions options() {
    List<Integer> ascending = history.stream().sorted().toList();
    return common.with(
        clients, rows, new CheckoutOptions(ascending, !noFloor, statements, payment));
  }

  @Override
  public Integer call() {
    BenchOptions options = options();
    return BenchSession.exitCode(
        "checkout", options, session -> CheckoutBench.run(options, session));
  }
}
