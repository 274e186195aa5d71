package org.orderly.tests.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.orderly.server.cli.InvalidOptionValue;
import org.orderly.server.cli.WholeNumber;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** What both benches take. */
final class BenchCommonOptions {
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
      names = "--rate",
      paramLabel = "N",
      converter = Rate.class,
      description = "requests a second of open load (7/10 of what closed load reaches)")
  private Integer rate;

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
      names = "--result",
      paramLabel = "FILE",
      converter = NewFile.class,
      description = "writes all figures to this file, as JSON")
  private Path result;

  @Option(
      names = "--markdown",
      paramLabel = "FILE",
      converter = NewFile.class,
      description = "writes ratios and rows to this file, as tables")
  private Path markdown;

  /** Seconds that a row or a warm-up may take. */
  private static final class Seconds extends WholeNumber {
    private Seconds() {
      super(1, 600);
    }
  }

  /** How many at once; the server takes 64 requests at the same time, the others wait. */
  static final class Clients extends WholeNumber {
    private Clients() {
      super(1, 256);
    }
  }

  private static final class Rate extends WholeNumber {
    private Rate() {
      super(1, 100_000);
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

  /** Refused before an hour of measuring, not after. */
  private static final class NewFile implements ITypeConverter<Path> {
    @Override
    public Path convert(String name) {
      Path file = Path.of(name).toAbsolutePath();
      if (name.isEmpty() || Files.isDirectory(file) || !Files.isDirectory(file.getParent())) {
        throw new InvalidOptionValue("must be a file in a folder that exists", name);
      }
      return file;
    }
  }

  /** Together with what only one of the benches takes. */
  BenchOptions with(List<Integer> clients, List<Scenario> scenarios, CheckoutOptions checkout) {
    return new BenchOptions(
        Duration.ofSeconds(seconds),
        Duration.ofSeconds(warmUpMax),
        List.copyOf(clients),
        List.copyOf(scenarios),
        Optional.ofNullable(rate),
        checkout.history(),
        Optional.ofNullable(compared),
        seed,
        checkout.floor(),
        checkout.statements(),
        checkout.payment(),
        Optional.ofNullable(result),
        Optional.ofNullable(markdown));
  }
}
