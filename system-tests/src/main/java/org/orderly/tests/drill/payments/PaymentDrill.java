package org.orderly.tests.drill.payments;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.orderly.tests.drill.DrillSite;

/** Every loss at every step, each proven before the next. */
final class PaymentDrill {
  private PaymentDrill() {}

  /**
   * @return whether all rounds were proven
   */
  static boolean run(
      Set<ComponentLoss> losses, Set<PaymentDrillStep> steps, boolean keep, PrintStream out)
      throws Exception {
    Path folder = Files.createTempDirectory("orderly-drill-payments-");
    out.println("Drill of payments in " + folder);
    List<PaymentDrillRound> rounds = new ArrayList<>();
    try (DrillSite drillSite = new DrillSite(folder, 1)) {
      PaymentDrillEnvironment paymentDrillEnvironment = new PaymentDrillEnvironment(drillSite);
      out.println(PaymentDrillRound.HEAD);
      for (ComponentLoss componentLoss : losses) {
        for (PaymentDrillStep paymentDrillStep : steps) {
          PaymentDrillRound paymentDrillRound =
              paymentDrillEnvironment.play(componentLoss, paymentDrillStep);
          rounds.add(paymentDrillRound);
          out.println(paymentDrillRound);
          paymentDrillRound.differences().forEach(difference -> out.println("    " + difference));
        }
      }
    }
    boolean proven = rounds.stream().allMatch(PaymentDrillRound::isProven);
    if (proven && !keep) {
      delete(folder);
    }
    out.println(proven ? "Proven." : "FAILED; the folder is kept: " + folder);
    return proven;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
