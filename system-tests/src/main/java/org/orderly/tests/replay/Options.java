package org.orderly.tests.replay;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.orderly.tests.load.Databases;

/** The words of the command line. */
final class Options {

  static final String USAGE =
      """
      replay <file> [--clients N] [--limit N] [--url U] [--data-dir D]
        Sells the order lines of a CSV file (also .gz) again and proves the books.
          --clients N    orders placed at once (16)
          --limit N      lines of the file to take (all)
          --url U        the shop (the one that runs on the data folder)
          --data-dir D   the data folder of ./orderly run (data)
        ORDERLY_ADMIN_EMAIL, ORDERLY_ADMIN_PASSWORD and ORDERLY_DB_<DOMAIN>_URL, _USER, _PASSWORD
        win over what the data folder says.
      """;

  private static final Set<String> KNOWN = Set.of("--clients", "--limit", "--url", "--data-dir");

  private final Map<String, String> given = new HashMap<>();
  private Path file;

  /** The command line cannot be understood. */
  static final class Wrong extends Exception {
    private static final long serialVersionUID = 1L;

    Wrong(String message) {
      super(message);
    }
  }

  private Options() {}

  static Replay parse(List<String> words, Map<String, String> environment)
      throws Wrong, IOException {
    Options options = new Options();
    for (int i = 0; i < words.size(); i++) {
      i += options.take(words, i);
    }
    if (options.file == null || !Files.isReadable(options.file)) {
      throw new Wrong(
          options.file == null ? USAGE : "The file " + options.file + " cannot be read.");
    }
    return options.replay(environment);
  }

  private int take(List<String> words, int index) throws Wrong {
    String word = words.get(index);
    if (!word.startsWith("--") && file == null) {
      file = Path.of(word);
      return 0;
    }
    if (!KNOWN.contains(word) || index + 1 == words.size()) {
      throw new Wrong(USAGE);
    }
    given.put(word, words.get(index + 1));
    return 1;
  }

  private Replay replay(Map<String, String> environment) throws Wrong, IOException {
    Path data = Path.of(given.getOrDefault("--data-dir", "data"));
    List<String> admin = lines(data.resolve("admin-credentials"));
    List<String> url = lines(data.resolve("run/url"));
    return new Replay(
        file,
        number("--limit", Long.MAX_VALUE),
        (int) Math.min(1_000, number("--clients", 16)),
        URI.create(required("--url", given.get("--url"), url, 0)),
        required("ORDERLY_ADMIN_EMAIL", environment.get("ORDERLY_ADMIN_EMAIL"), admin, 0),
        required("ORDERLY_ADMIN_PASSWORD", environment.get("ORDERLY_ADMIN_PASSWORD"), admin, 1),
        Databases.of(environment, data));
  }

  private static String required(String what, String given, List<String> kept, int line)
      throws Wrong {
    if (given != null) {
      return given;
    }
    if (kept.size() > line) {
      return kept.get(line).strip();
    }
    throw new Wrong("No running shop was found: give --data-dir, or " + what + ".");
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  private long number(String option, long otherwise) throws Wrong {
    try {
      long number = given.containsKey(option) ? Long.parseLong(given.get(option)) : otherwise;
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below, like a number that is too small
    }
    throw new Wrong(option + " needs a number greater than 0.");
  }
}
