package org.orderly.tests.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.orderly.server.cli.ExitCode;
import org.orderly.server.cli.InvalidOptionValue;
import org.orderly.server.cli.WholeNumber;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** {@code ./orderly bench checkout}. */
@Command(
    name = "checkout",
    description = {
      "Starts an Orderly of its own, in a folder that is removed, and measures what a checkout",
      "costs. Exit code 1: the books are wrong, or it could not be measured."
    })
public final class BenchCheckoutCommand implements Callable<Integer> {
  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "20",
      converter = Seconds.class,
      description = "of each row (${DEFAULT-VALUE}; at most 600)")
  private int seconds;

  @Option(
      names = "--warm-up-max",
      paramLabel = "N",
      defaultValue = "600",
      converter = Seconds.class,
      description = {
        "seconds at most until throughput is steady and the compilers are quiet",
        "(${DEFAULT-VALUE}; at most 600)"
      })
  private int warmUpMax;

  @Option(
      names = "--clients",
      paramLabel = "N",
      split = ",",
      splitSynopsisLabel = ",",
      defaultValue = "1,8,32",
      converter = Clients.class,
      description = "how many order at once, row by row (${DEFAULT-VALUE}; at most 64)")
  private List<Integer> clients;

  @Option(
      names = "--payment",
      paramLabel = "P",
      defaultValue = "wallet",
      description = "wallet, or card: a gateway that answers in 50 ms (${DEFAULT-VALUE})")
  private PaymentMode payment;

  @Option(
      names = "--compare",
      paramLabel = "DIST",
      converter = Build.class,
      description = "also measures this other build, in turns: its server-config/target/dist")
  private Path compared;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      converter = Seed.class,
      description = "of the choice of products (${DEFAULT-VALUE})")
  private int seed;

  @Option(
      names = "--no-floor",
      description = "leaves out the same protocol in bare SQL, the floor under it")
  private boolean noFloor;

  @Option(names = "--statements", description = "lists what the databases are asked")
  private boolean statements;

  private static final class Seconds extends WholeNumber {
    private Seconds() {
      super(1, 600);
    }
  }

  private static final class Clients extends WholeNumber {
    private Clients() {
      super(1, 64);
    }
  }

  private static final class Seed extends WholeNumber {
    private Seed() {
      super(1, Integer.MAX_VALUE);
    }
  }

  private static final class Build implements ITypeConverter<Path> {
    @Override
    public Path convert(String folder) {
      if (!Files.isDirectory(Path.of(folder, "server/lib"))) {
        throw new InvalidOptionValue("must be the server-config/target/dist of a build", folder);
      }
      return Path.of(folder);
    }
  }

  BenchOptions options() {
    return new BenchOptions(
        Duration.ofSeconds(seconds),
        Duration.ofSeconds(warmUpMax),
        List.copyOf(clients),
        Optional.ofNullable(compared),
        seed,
        !noFloor,
        statements,
        payment);
  }

  @Override
  public Integer call() {
    try {
      return Bench.run(options()) ? ExitCode.OK : ExitCode.FAILED;
    } catch (IOException | SQLException | RuntimeException e) {
      System.err.println("The bench failed: " + e);
      return ExitCode.FAILED;
    }
  }
}
