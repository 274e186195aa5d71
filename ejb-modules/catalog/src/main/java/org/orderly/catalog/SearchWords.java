package org.orderly.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Turns what a shopper typed into a PostgreSQL text query: every word must be there, or begin a
 * word that is. Nothing of the query language gets through.
 */
final class SearchWords {

  private static final int MAX_WORDS = 12;
  private static final String NO_LETTER = "[^\\p{L}\\p{M}\\p{N}]+";

  /** Left out if other words say more. */
  private static final Set<String> FILLERS =
      Set.of("a", "an", "and", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with");

  private SearchWords() {}

  /** The argument for {@code to_tsquery}; empty if the text has no word to look for. */
  static String query(String text) {
    List<String> words = Arrays.stream(text.split(NO_LETTER)).filter(w -> !w.isEmpty()).toList();
    List<String> telling = words.stream().filter(w -> !FILLERS.contains(w.toLowerCase())).toList();
    return (telling.isEmpty() ? words : telling)
        .stream()
            .distinct()
            .limit(MAX_WORDS)
            .map(word -> "'" + word + "':*")
            .collect(Collectors.joining(" & "));
  }
}
