package org.orderly.tests.docs;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a page says, without its examples of code. */
record Markdown(String text) {
  private static final Pattern FENCE = Pattern.compile("(?ms)^ *```.*?^ *```$");
  private static final Pattern PARTICIPANT = Pattern.compile("(?m)^ *participant \\w+ as (\\w+)$");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
  private static final Pattern CELLS = Pattern.compile("(?m)^\\| *(.*?) *\\| *(.*?) *\\|");

  static Markdown of(String page) {
    return new Markdown(FENCE.matcher(page).replaceAll(""));
  }

  /** Where links lead to. */
  List<String> links() {
    return LINK.matcher(text).results().map(link -> link.group(1)).toList();
  }

  /** What stands between backticks. */
  List<String> code() {
    return CODE.matcher(text).results().map(code -> code.group(1)).toList();
  }

  /** The names by which a link may lead to a heading, as GitHub makes them. */
  Set<String> anchors() {
    return HEADING
        .matcher(text)
        .results()
        .map(heading -> heading.group(1).strip().toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\w\\- ]", "").replace(' ', '-'))
        .collect(Collectors.toSet());
  }

  /** The types that take part in the diagrams of a page, given as it is written. */
  static List<String> participants(String page) {
    return PARTICIPANT.matcher(page).results().map(found -> found.group(1)).toList();
  }

  /** The text of what is below this heading, up to the next one. */
  Markdown section(String heading) {
    int begin = text.indexOf("## " + heading + "\n");
    if (begin < 0) {
      throw new AssertionError("There is no heading " + heading);
    }
    int end = text.indexOf("\n## ", begin + 1);
    return new Markdown(end < 0 ? text.substring(begin) : text.substring(begin, end));
  }

  /** The first two cells of each row of its tables, less the head of a table. */
  List<List<String>> rows() {
    return CELLS
        .matcher(text)
        .results()
        .map(row -> List.of(row.group(1), row.group(2)))
        .filter(row -> !row.get(0).startsWith("---"))
        .skip(1)
        .toList();
  }
}
