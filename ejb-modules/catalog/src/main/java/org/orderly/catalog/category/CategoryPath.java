package org.orderly.catalog.category;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.orderly.kernel.InvalidValue;

/**
 * A place in the category tree: names for people, and the key that finds it however they are cased
 * or spaced.
 */
public record CategoryPath(List<String> names) {

  static final int MAX_DEPTH = 8;
  static final int MAX_NAME = 100;

  private static final String SEPARATOR = "/";

  public CategoryPath {
    if (names.size() > MAX_DEPTH) {
      throw new InvalidValue("categories", "are deeper than " + MAX_DEPTH + " levels");
    }
    names = names.stream().map(CategoryPath::checked).toList();
  }

  public boolean isEmpty() {
    return names.isEmpty();
  }

  /** The paths from the root down to this one. */
  List<CategoryPath> lineage() {
    List<CategoryPath> lineage = new ArrayList<>();
    for (int depth = 1; depth <= names.size(); depth++) {
      lineage.add(new CategoryPath(names.subList(0, depth)));
    }
    return lineage;
  }

  CategoryPath child(String name) {
    return new CategoryPath(Stream.concat(names.stream(), Stream.of(name)).toList());
  }

  public String name() {
    return names.get(names.size() - 1);
  }

  String key() {
    return names.stream().map(CategoryPath::slug).collect(Collectors.joining(SEPARATOR));
  }

  /** The key that a filter such as {@code Phones/Prepaid} asks for; empty if it asks for none. */
  static String keyOf(String filter) {
    return Arrays.stream(filter.split(SEPARATOR))
        .map(CategoryPath::slug)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(SEPARATOR));
  }

  private static String checked(String name) {
    String clean = CatalogText.line("categories", name, MAX_NAME);
    if (slug(clean).isEmpty()) {
      throw new InvalidValue("categories", "need a letter or a digit in each name");
    }
    return clean;
  }

  /** Letters, digits and the signs that tell names apart (C++ from C#) stay. */
  private static String slug(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replace("&", " and ")
        .replaceAll("[^\\p{L}\\p{M}\\p{N}+#.]+", "-")
        .replaceAll("^-+|-+$", "");
  }
}
