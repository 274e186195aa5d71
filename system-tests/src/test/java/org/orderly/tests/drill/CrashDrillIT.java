package org.orderly.tests.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.orderly.server.setup.Distribution;
import org.orderly.tests.drill.InjectedFault.Kind;

/**
 * Some rounds of the crash drill, on a machine of its own. What a failed round leaves is in {@code
 * target/drill}.
 */
class CrashDrillIT {
  private static final long SEED = 20;
  private static final int CLIENTS = 6;

  @Test
  void keepsOrdersStockAndMoneyTogetherWhateverDies() throws Exception {
    Path folder = Path.of("target", "drill").toAbsolutePath();
    clear(folder);
    List<RoundPlan> plans =
        List.of(
            RoundPlan.of(Kind.ORDERING, SEED, 1, 1),
            RoundPlan.of(Kind.PAUSE, SEED, 2, 1),
            RoundPlan.two(Kind.PAYMENT, Kind.BROKER, SEED, 3, 1),
            RoundPlan.two(Kind.INSTANCE, Kind.REDIS, SEED, 4, 1));
    DrillOptions drillOptions =
        new DrillOptions(
            plans.size(), SEED, 1, CLIENTS, false, folder, true, Distribution.locate());

    assertThat(Drill.run(drillOptions, System.out, plans).differences()).isEmpty();
  }

  private static void clear(Path folder) throws Exception {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
