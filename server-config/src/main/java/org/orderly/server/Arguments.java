package org.orderly.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words after {@code ./orderly run}, and those of the other commands that name a shop. */
final class Arguments {
  private int port = -1;
  private Path dataDir;
  private boolean empty;
  private int instances = 1;
  private final List<String> rest = new ArrayList<>();

  private Arguments() {}

  /**
   * @param words everything after the command
   * @param restAllowed whether words that are no option of ours belong to the command
   */
  static Arguments parse(List<String> words, boolean restAllowed) {
    Arguments arguments = new Arguments();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      switch (word) {
        case "--port" -> arguments.port = number(value(words, ++i, word), word, 65535);
        case "--instances" -> arguments.instances = number(value(words, ++i, word), word, 16);
        case "--data-dir" -> arguments.dataDir = Path.of(value(words, ++i, word));
        case "--empty" -> arguments.empty = true;
        default -> arguments.keep(word, restAllowed);
      }
    }
    return arguments;
  }

  private void keep(String word, boolean restAllowed) {
    if (!restAllowed) {
      throw new LaunchFailure("Unknown argument \"" + word + "\". See ./orderly help.");
    }
    rest.add(word);
  }

  private static String value(List<String> words, int index, String option) {
    if (index >= words.size() || words.get(index).startsWith("--")) {
      throw new LaunchFailure(option + " needs a value. See ./orderly help.");
    }
    return words.get(index);
  }

  private static int number(String text, String option, int most) {
    try {
      int number = Integer.parseInt(text);
      if (number >= 1 && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, like a number out of range.
    }
    throw new LaunchFailure(
        option + " must be a number from 1 to " + most + ", not \"" + text + "\".");
  }

  List<String> rest() {
    return List.copyOf(rest);
  }

  Settings toRun(Path home, Map<String, String> environment) {
    return settings(home, port < 0 ? Settings.DEFAULT_PORT : port, environment);
  }

  /** For a command that talks to a shop that is running: its port is known from the data folder. */
  Settings toReach(Path home, Map<String, String> environment) {
    return settings(home, Math.max(port, 0), environment);
  }

  private Settings settings(Path home, int chosenPort, Map<String, String> environment) {
    Path data = dataDir == null ? home.resolve("data") : dataDir;
    return new Settings(
        data, chosenPort, empty, instances, Set.of(), Distribution.locate(), environment);
  }
}
