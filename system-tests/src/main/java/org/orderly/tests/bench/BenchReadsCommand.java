package org.orderly.tests.bench;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./orderly bench reads}. */
@Command(
    name = "reads",
    description = {
      "Starts an Orderly of its own, in a folder that is removed, and measures what reading",
      "costs, against a resource on the same server that does nothing. Exit code 1: integrity",
      "checks fail, or it could not be measured."
    })
public final class BenchReadsCommand implements Callable<Integer> {
  @Mixin private BenchCommonOptions common;

  @Option(
      names = "--clients",
      paramLabel = "N",
      split = ",",
      splitSynopsisLabel = ",",
      defaultValue = "1,32",
      converter = BenchCommonOptions.Clients.class,
      description = "how many read at once, row by row (${DEFAULT-VALUE}; at most 256)")
  private List<Integer> clients;

  @Option(
      names = "--rows",
      paramLabel = "R",
      split = ",",
      splitSynopsisLabel = ",",
      defaultValue = "bare,shop,list,search,detail,cart,me",
      converter = Row.class,
      description = {
        "which: the bare resource, the shop's time zone, product list, search, product,",
        "cart, user's profile (all)"
      })
  private List<Scenario> rows;

  private static final class Row extends ScenarioName {
    private Row() {
      super(Scenario.READS);
    }
  }

  BenchOptions options() {
    return common.with(clients, rows, CheckoutOptions.NONE);
  }

  @Override
  public Integer call() {
    BenchOptions options = options();
    return BenchSession.exitCode("reads", options, session -> ReadBench.run(options, session));
  }
}
