package org.orderly.tests.drill.payments;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.orderly.server.cli.ExitCode;
import org.orderly.server.cli.InvalidOptionValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** {@code ./orderly drill payments}. */
@Command(
    name = "payments",
    description = {
      "Kills or stops each part of an Orderly of its own while cards are charged, captured, given",
      "money back, and balances paid out; proves after each round that all healed by itself, that",
      "each request had one effect, and that the gateway's books are the shop's.",
      "Exit code 0: all rounds proven; 1: one failed, what it left is kept."
    })
public final class DrillPaymentsCommand implements Callable<Integer> {
  @Option(
      names = "--lose",
      paramLabel = "PART",
      split = ",",
      splitSynopsisLabel = ",",
      converter = Losses.class,
      completionCandidates = LossNames.class,
      description = "${COMPLETION-CANDIDATES} (all)")
  private List<ComponentLoss> losses = List.of();

  @Option(
      names = "--during",
      paramLabel = "STEP",
      split = ",",
      splitSynopsisLabel = ",",
      converter = Steps.class,
      completionCandidates = StepNames.class,
      description = "${COMPLETION-CANDIDATES} (all)")
  private List<PaymentDrillStep> steps = List.of();

  @Option(
      names = "--keep",
      description = "leaves the folder there, also after a drill without a failure")
  private boolean keep;

  private static final class Losses implements ITypeConverter<ComponentLoss> {
    @Override
    public ComponentLoss convert(String word) {
      return one(ComponentLoss.class, word);
    }
  }

  private static final class Steps implements ITypeConverter<PaymentDrillStep> {
    @Override
    public PaymentDrillStep convert(String word) {
      return one(PaymentDrillStep.class, word);
    }
  }

  private static final class LossNames extends Names<ComponentLoss> {
    private LossNames() {
      super(ComponentLoss.class);
    }
  }

  private static final class StepNames extends Names<PaymentDrillStep> {
    private StepNames() {
      super(PaymentDrillStep.class);
    }
  }

  /** What people call the constants. */
  private abstract static class Names<E extends Enum<E>> implements Iterable<String> {
    private final Class<E> type;

    private Names(Class<E> type) {
      this.type = type;
    }

    @Override
    public java.util.Iterator<String> iterator() {
      return names(type).iterator();
    }
  }

  private static <E extends Enum<E>> List<String> names(Class<E> type) {
    return EnumSet.allOf(type).stream().map(one -> one.name().toLowerCase(Locale.ROOT)).toList();
  }

  private static <E extends Enum<E>> E one(Class<E> type, String word) {
    return EnumSet.allOf(type).stream()
        .filter(one -> one.name().equalsIgnoreCase(word.strip()))
        .findFirst()
        .orElseThrow(
            () -> new InvalidOptionValue("must be of " + String.join(", ", names(type)), word));
  }

  private static <E extends Enum<E>> Set<E> all(Class<E> type, List<E> chosen) {
    return chosen.isEmpty()
        ? EnumSet.allOf(type)
        : chosen.stream().collect(Collectors.toCollection(() -> EnumSet.noneOf(type)));
  }

  Set<ComponentLoss> losses() {
    return all(ComponentLoss.class, losses);
  }

  Set<PaymentDrillStep> steps() {
    return all(PaymentDrillStep.class, steps);
  }

  @Override
  public Integer call() throws Exception {
    Logger.getLogger("").setLevel(Level.OFF);
    boolean proven = PaymentDrill.run(losses(), steps(), keep, System.out);
    return proven ? ExitCode.OK : ExitCode.FAILED;
  }
}
