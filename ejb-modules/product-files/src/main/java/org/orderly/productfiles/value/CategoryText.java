package org.orderly.productfiles.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Reads paths of categories, from the root down. */
public final class CategoryText {

  private static final Pattern COMMA = Pattern.compile("(?<!\\\\),");

  private CategoryText() {}

  /** {@code A > B}, or if there is none of it {@code A | B}, or {@code A / B}. */
  public static List<String> path(String text) {
    return split(text, text.contains(">") ? ">" : text.contains("|") ? "\\|" : "/");
  }

  /** {@code A > B}; every other sign belongs to a name. */
  public static List<String> tree(String text) {
    return split(text, ">");
  }

  /** Several paths, with commas between them and backslashes before commas in names. */
  public static List<String> several(String text) {
    List<String> paths = new ArrayList<>();
    for (String path : COMMA.split(text)) {
      String plain = path.replace("\\,", ",").strip();
      if (!plain.isEmpty()) {
        paths.add(plain);
      }
    }
    return paths;
  }

  private static List<String> split(String text, String separator) {
    return Arrays.stream(text.split(separator))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }
}
