package org.orderly.tests.signin;

import java.time.Duration;
import java.util.List;

/**
 * What a drill was asked for.
 *
 * @param guesses at one password
 * @param thefts of refresh tokens
 * @param time of each row of the costs
 */
record Options(int guesses, int thefts, Duration time) {

  static final String USAGE =
      """
      drill sign-in [--guesses N] [--thefts N] [--seconds N]
        Attacks the door of an Orderly of its own, and measures what a sign-in costs.
          --guesses N     at one password (10000)
          --thefts N      of refresh tokens (100)
          --seconds N     of each row of the costs (8)
      """;

  /** The command line cannot be understood. */
  static final class Wrong extends Exception {
    private static final long serialVersionUID = 1L;

    Wrong(String message) {
      super(message);
    }
  }

  static Options parse(List<String> words) throws Wrong {
    Options options = new Options(10_000, 100, Duration.ofSeconds(8));
    if (words.isEmpty() || !words.get(0).equals("sign-in") || words.size() % 2 == 0) {
      throw new Wrong(USAGE);
    }
    for (int i = 1; i < words.size(); i += 2) {
      options = options.with(words.get(i), words.get(i + 1));
    }
    return options;
  }

  private Options with(String option, String value) throws Wrong {
    try {
      return switch (option) {
        case "--guesses" -> new Options(number(value, 1_000_000), thefts, time);
        case "--thefts" -> new Options(guesses, number(value, 10_000), time);
        case "--seconds" -> new Options(guesses, thefts, Duration.ofSeconds(number(value, 600)));
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
