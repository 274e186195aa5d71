package org.orderly.catalog.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.orderly.catalog.search.SpellingQueries.Candidate;
import org.orderly.catalog.words.Word;
import org.orderly.catalog.words.Words;

/** Corrects typing errors: replaces words that no product has by those that resemble them most. */
@ApplicationScoped
class Spelling {

  private static final int MAX_WORDS = 8;
  private static final int SHORTEST = 4;
  private static final int LONG = 6;

  private static final Comparator<Candidate> BETTER =
      Comparator.comparingInt((Candidate candidate) -> distance(candidate))
          .thenComparing(Candidate::products, Comparator.reverseOrder())
          .thenComparing(Candidate::word);

  private final SpellingQueries queries;

  @Inject
  Spelling(SpellingQueries queries) {
    this.queries = queries;
  }

  /** The text with other words; empty if none resembles. */
  Optional<String> corrected(String text) {
    List<String> words = Words.of(text).stream().map(Word::text).toList();
    List<String> correctable =
        words.stream().filter(Spelling::isCorrectable).distinct().limit(MAX_WORDS).toList();
    if (correctable.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Candidate> best =
        queries.similar(correctable).stream()
            .filter(candidate -> distance(candidate) <= allowed(candidate.typed()))
            .collect(
                Collectors.toMap(
                    Candidate::typed,
                    Function.identity(),
                    (one, other) -> BETTER.compare(one, other) <= 0 ? one : other));
    return best.isEmpty()
        ? Optional.empty()
        : Optional.of(
            words.stream()
                .map(word -> best.containsKey(word) ? best.get(word).word() : word)
                .collect(Collectors.joining(" ")));
  }

  private static boolean isCorrectable(String word) {
    return word.length() >= SHORTEST && word.chars().noneMatch(Character::isDigit);
  }

  private static int allowed(String word) {
    return word.length() < LONG ? 1 : 2;
  }

  private static int distance(Candidate candidate) {
    return distance(candidate.typed(), candidate.word());
  }

  /** Letters that are missing, too many, wrong, or two in the wrong order. */
  static int distance(String from, String to) {
    int[][] steps = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        steps[i][j] = i == 0 || j == 0 ? i + j : cheapest(steps, from, to, i, j);
      }
    }
    return steps[from.length()][to.length()];
  }

  private static int cheapest(int[][] steps, String from, String to, int i, int j) {
    char last = from.charAt(i - 1);
    char wanted = to.charAt(j - 1);
    int cost = Math.min(steps[i - 1][j], steps[i][j - 1]) + 1;
    cost = Math.min(cost, steps[i - 1][j - 1] + (last == wanted ? 0 : 1));
    boolean swapped = i > 1 && j > 1 && last == to.charAt(j - 2) && from.charAt(i - 2) == wanted;
    return swapped ? Math.min(cost, steps[i - 2][j - 2] + 1) : cost;
  }
}
