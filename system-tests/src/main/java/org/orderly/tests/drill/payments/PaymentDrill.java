package org.orderly.tests.drill.payments;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.orderly.tests.drill.Site;

/** The program: every loss at every step, each proven before the next. */
public final class PaymentDrill {
  static final String USAGE =
      """
      drill payments [--lose PART,…] [--during STEP,…] [--keep]
        Loses each part of an Orderly of its own at each step of a payment, and compares the books.
          --lose PART,…    gateway, payment, ordering, broker, instance, gateway_stopped,
                           instance_stopped (all)
          --during STEP,…  checkout, capture, refund, withdraw (all)
          --keep           leave the machine's folder there, also after a drill without a failure
      """;

  private PaymentDrill() {}

  /** What {@code ./orderly drill payments} runs: exit code 0 proven, 1 a failed round, 2 usage. */
  public static void main(String[] words) {
    Logger.getLogger("").setLevel(Level.OFF);
    Set<Loss> losses = EnumSet.allOf(Loss.class);
    Set<Step> steps = EnumSet.allOf(Step.class);
    boolean keep = false;
    try {
      for (int i = 1; i < words.length; i++) {
        switch (words[i]) {
          case "--lose" -> losses = chosen(Loss.class, words[++i]);
          case "--during" -> steps = chosen(Step.class, words[++i]);
          case "--keep" -> keep = true;
          default -> throw new IllegalArgumentException(words[i]);
        }
      }
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      System.err.println(USAGE);
      System.exit(2);
    }
    try {
      System.exit(run(losses, steps, keep, System.out) ? 0 : 1);
    } catch (Exception e) {
      e.printStackTrace();
      System.exit(1);
    }
  }

  private static <E extends Enum<E>> Set<E> chosen(Class<E> type, String words) {
    Set<E> chosen = EnumSet.noneOf(type);
    for (String word : words.split(",")) {
      chosen.add(Enum.valueOf(type, word.strip().toUpperCase(Locale.ROOT)));
    }
    return chosen;
  }

  /**
   * @return whether all rounds were proven
   */
  static boolean run(Set<Loss> losses, Set<Step> steps, boolean keep, PrintStream out)
      throws Exception {
    Path folder = Files.createTempDirectory("orderly-drill-payments-");
    out.println("Drill of payments in " + folder);
    List<Round> rounds = new ArrayList<>();
    try (Site site = new Site(folder, 1)) {
      Ground ground = new Ground(site);
      out.println(Round.HEAD);
      for (Loss loss : losses) {
        for (Step step : steps) {
          Round round = ground.play(loss, step);
          rounds.add(round);
          out.println(round);
          round.differences().forEach(difference -> out.println("    " + difference));
        }
      }
    }
    boolean proven = rounds.stream().allMatch(Round::isProven);
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
