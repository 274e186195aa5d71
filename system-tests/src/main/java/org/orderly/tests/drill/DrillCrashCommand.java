package org.orderly.tests.drill;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.orderly.server.cli.ExitCode;
import org.orderly.server.cli.WholeNumber;
import org.orderly.server.setup.Distribution;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./orderly drill crash}. */
@Command(
    name = "crash",
    description = {
      "Kills and pauses the parts of an Orderly of its own under load, at random moments, and proves",
      "after each round that orders, stock, money, messages and what clients were told agree.",
      "Exit code 0: all rounds proven; 1: one failed, what it left is kept."
    })
public final class DrillCrashCommand implements Callable<Integer> {
  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "20",
      converter = Rounds.class,
      description = "how many (${DEFAULT-VALUE})")
  private int rounds;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "repeats the plan of an earlier drill (any)")
  private Long seed;

  @Option(
      names = "--instances",
      paramLabel = "N",
      defaultValue = "1",
      converter = Instances.class,
      description = "one or two servers (${DEFAULT-VALUE})")
  private int instances;

  @Option(
      names = "--clients",
      paramLabel = "N",
      defaultValue = "8",
      converter = Clients.class,
      description = "how many order at once (${DEFAULT-VALUE})")
  private int clients;

  @Option(names = "--alive", description = "pauses servers, but kills none: rounds are quick then")
  private boolean alive;

  @Option(
      names = "--data-dir",
      paramLabel = "D",
      description = "a new folder for the machine (a temporary one); removed when all is proven")
  private Path folder;

  @Option(names = "--keep", description = "leaves the folder there")
  private boolean keep;

  private static final class Rounds extends WholeNumber {
    private Rounds() {
      super(1, 100_000);
    }
  }

  private static final class Instances extends WholeNumber {
    private Instances() {
      super(1, 2);
    }
  }

  private static final class Clients extends WholeNumber {
    private Clients() {
      super(1, 64);
    }
  }

  DrillOptions options() {
    long plan = seed == null ? new SecureRandom().nextInt(1_000_000) : seed;
    return new DrillOptions(
        rounds, plan, instances, clients, alive, folder, keep, Distribution.locate());
  }

  @Override
  public Integer call() throws Exception {
    Logger.getLogger("").setLevel(Level.OFF);
    return Drill.run(options(), System.out).proven() ? ExitCode.OK : ExitCode.FAILED;
  }
}
