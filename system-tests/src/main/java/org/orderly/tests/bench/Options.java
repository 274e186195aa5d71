package org.orderly.tests.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The words of the command line.
 *
 * @param time of each row
 * @param clients of the rows, in order
 * @param compared the distribution of another build
 * @param statements whether every statement is told
 * @param payment how the orders are paid
 */
record Options(
    Duration time,
    List<Integer> clients,
    Optional<Path> compared,
    long seed,
    boolean floor,
    boolean statements,
    Paying payment) {

  static final String USAGE =
      """
      bench checkout [--seconds N] [--clients 1,8,32] [--compare DIST] [--seed S]
                     [--payment wallet|card] [--no-floor] [--statements]
        Starts an Orderly of its own and measures what a checkout costs.
          --seconds N      of each row (20; at most 600)
          --clients L      how many order at once, row by row (1,8,32; at most 64)
          --compare DIST   also measures this other build, in turns: its server-config/target/dist
          --seed S         of the choice of products (1)
          --payment P      wallet, or card: a gateway that answers in 50 ms (wallet)
          --no-floor       leaves out the same protocol in bare SQL
          --statements     lists what the databases are asked
      """;

  private static final int LONGEST = 600;
  private static final int MOST = 64;

  /** The command line cannot be understood. */
  static final class Wrong extends Exception {
    private static final long serialVersionUID = 1L;

    Wrong(String message) {
      super(message);
    }
  }

  static Options parse(List<String> words) throws Wrong {
    if (words.isEmpty() || !words.get(0).equals("checkout")) {
      throw new Wrong(USAGE);
    }
    Map<String, String> given = new HashMap<>();
    for (int i = 1; i < words.size(); i++) {
      String word = words.get(i);
      switch (word) {
        case "--no-floor", "--statements" -> given.put(word, "");
        case "--seconds", "--clients", "--compare", "--seed", "--payment" -> {
          if (++i == words.size()) {
            throw new Wrong(USAGE);
          }
          given.put(word, words.get(i));
        }
        default -> throw new Wrong(USAGE);
      }
    }
    return of(given);
  }

  private static Options of(Map<String, String> given) throws Wrong {
    List<Integer> clients = new ArrayList<>();
    for (String number : given.getOrDefault("--clients", "1,8,32").split(",")) {
      clients.add((int) number("--clients", number.strip(), MOST));
    }
    Optional<Path> compared = Optional.ofNullable(given.get("--compare")).map(Path::of);
    if (compared.isPresent() && !Files.isDirectory(compared.get().resolve("server/lib"))) {
      throw new Wrong("There is no build at " + compared.get() + ".");
    }
    return new Options(
        Duration.ofSeconds(number("--seconds", given.getOrDefault("--seconds", "20"), LONGEST)),
        List.copyOf(clients),
        compared,
        number("--seed", given.getOrDefault("--seed", "1"), Long.MAX_VALUE),
        !given.containsKey("--no-floor"),
        given.containsKey("--statements"),
        Paying.named(given.getOrDefault("--payment", "wallet")));
  }

  private static long number(String option, String text, long most) throws Wrong {
    try {
      long number = Long.parseLong(text);
      if (number > 0 && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below, like a number out of range
    }
    throw new Wrong(option + " needs a number from 1 to " + most + ", not \"" + text + "\".");
  }

  /** Clients with whom the hot product is sold: where there can be a queue. */
  List<Integer> crowds() {
    return clients.stream().filter(number -> number > 1).toList();
  }
}
