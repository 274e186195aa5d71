package org.orderly.tests.drill.selftest;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.orderly.server.cli.ExitCode;
import org.orderly.server.cli.WholeNumber;
import org.orderly.server.setup.Distribution;
import org.orderly.tests.drill.DrillOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./orderly drill self-test}. */
@Command(
    name = "self-test",
    description = {
      "Breaks a rule of the commit protocol or of the checkout on a copy of the distribution, and",
      "runs the crash drill (--alive) against it until a round fails; so for each rule that the drill",
      "must notice. Exit code 0: each was noticed; 1: at least one was not."
    })
public final class DrillSelfTestCommand implements Callable<Integer> {
  /** Its first rounds aim at each database and pause the server. */
  private static final String SEED = "315";

  @Option(
      names = "--only",
      paramLabel = "NAME[,NAME...]",
      split = ",",
      description = "these breakages, by name (all)")
  private List<String> names = List.of();

  @Option(names = "--list", description = "shows the names and what they break, and ends")
  private boolean list;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "30",
      converter = RoundLimit.class,
      description = "how many each may last (${DEFAULT-VALUE})")
  private int rounds;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = SEED,
      description = "of the plan of the drills (${DEFAULT-VALUE})")
  private long seed;

  @Option(
      names = "--clients",
      paramLabel = "N",
      defaultValue = "8",
      converter = ClientLimit.class,
      description = "how many order at once (${DEFAULT-VALUE})")
  private int clients;

  @Spec private CommandSpec spec;

  private static final class RoundLimit extends WholeNumber {
    private RoundLimit() {
      super(1, 1_000);
    }
  }

  private static final class ClientLimit extends WholeNumber {
    private ClientLimit() {
      super(1, 64);
    }
  }

  /**
   * @throws ParameterException if there is no breakage of a name
   */
  List<Breakage> breakages() {
    List<Breakage> all = BreakageFile.read();
    List<String> known = all.stream().map(Breakage::name).toList();
    for (String name : names) {
      if (!known.contains(name)) {
        throw new ParameterException(
            spec.commandLine(), "There is no breakage " + name + ", but " + known + ".");
      }
    }
    return names.isEmpty()
        ? all
        : all.stream().filter(breakage -> names.contains(breakage.name())).toList();
  }

  @Override
  public Integer call() throws Exception {
    Logger.getLogger("").setLevel(Level.OFF);
    List<Breakage> breakages = breakages();
    if (list) {
      breakages.forEach(one -> System.out.println(one.name() + ": " + one.title()));
      return ExitCode.OK;
    }
    Path home = Path.of(System.getProperty("orderly.home")).toAbsolutePath();
    DrillOptions drillOptions =
        new DrillOptions(rounds, seed, 1, clients, true, null, true, Distribution.locate());
    Path folder = home.resolve("system-tests/target/drill-self-test");
    return new DrillSelfTest(drillOptions, home, folder, System.out).run(breakages)
        ? ExitCode.OK
        : ExitCode.FAILED;
  }
}
