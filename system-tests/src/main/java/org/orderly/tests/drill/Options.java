package org.orderly.tests.drill;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;

/**
 * What a drill was asked for.
 *
 * @param rounds how many
 * @param seed of the plan of all rounds and of the clients' wishes
 * @param instances 1 or 2 servers
 * @param clients how many order at once
 * @param alive whether servers are only paused, never killed: their starts take longest
 * @param dataDir the machine's folder, new or empty, or {@code null} for a temporary one
 * @param keep whether the folder stays also after a drill without a failure
 */
record Options(
    int rounds, long seed, int instances, int clients, boolean alive, Path dataDir, boolean keep) {
  static final String USAGE =
      """
      drill crash [--rounds N] [--seed S] [--instances 1|2] [--clients N] [--alive] [--data-dir D]
          [--keep]
        Kills and pauses the parts of an Orderly of its own under load, and proves the books.
          --rounds N      how many times (20)
          --seed S        repeats the plan of an earlier drill (any)
          --instances N   servers, 1 or 2 (1)
          --clients N     how many order at once (8)
          --alive         pause servers, but kill none: rounds are quick then
          --data-dir D    where the machine lives; must be new or empty (a temporary folder)
          --keep          leave the folder there, also after a drill without a failure
      """;

  /** The command line cannot be understood. */
  static final class Wrong extends Exception {
    private static final long serialVersionUID = 1L;

    Wrong(String message) {
      super(message);
    }
  }

  static Options parse(List<String> words) throws Wrong {
    if (words.isEmpty() || !words.get(0).equals("crash")) {
      throw new Wrong(USAGE);
    }
    Options options =
        new Options(20, new SecureRandom().nextInt(1_000_000), 1, 8, false, null, false);
    for (int i = 1; i < words.size(); i++) {
      if (words.get(i).equals("--keep")) {
        options = options.kept();
      } else if (words.get(i).equals("--alive")) {
        options = options.sparing();
      } else if (i + 1 < words.size()) {
        options = options.with(words.get(i), words.get(++i));
      } else {
        throw new Wrong(words.get(i) + " is not known or needs a value.\n" + USAGE);
      }
    }
    return options;
  }

  private Options kept() {
    return new Options(rounds, seed, instances, clients, alive, dataDir, true);
  }

  private Options sparing() {
    return new Options(rounds, seed, instances, clients, true, dataDir, keep);
  }

  private Options with(String option, String value) throws Wrong {
    try {
      return switch (option) {
        case "--rounds" ->
            new Options(number(value, 100_000), seed, instances, clients, alive, dataDir, keep);
        case "--seed" ->
            new Options(rounds, Long.parseLong(value), instances, clients, alive, dataDir, keep);
        case "--instances" ->
            new Options(rounds, seed, number(value, 2), clients, alive, dataDir, keep);
        case "--clients" ->
            new Options(rounds, seed, instances, number(value, 64), alive, dataDir, keep);
        case "--data-dir" ->
            new Options(rounds, seed, instances, clients, alive, Path.of(value), keep);
        default -> throw new Wrong(option + " is not known.\n" + USAGE);
      };
    } catch (NumberFormatException e) {
      throw new Wrong(option + " does not take " + value + ".\n" + USAGE);
    }
  }

  private static int number(String text, int most) {
    int number = Integer.parseInt(text);
    if (number < 1 || number > most) {
      throw new NumberFormatException(text);
    }
    return number;
  }
}
