package org.orderly.catalog.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.orderly.catalog.words.Lexeme;
import org.orderly.catalog.words.Word;
import org.orderly.catalog.words.Words;

/**
 * What a shopper typed, as a PostgreSQL text query: every word must be there, or begin a word that
 * is. A word is also there as its singular, or as one with its neighbour. Nothing of the query
 * language gets through.
 *
 * @param expression a {@code tsquery}; empty if there is nothing to look for
 * @param key what a sku, name or brand is compared with as a whole
 */
record TextQuery(String text, String expression, String key) {

  private static final int MAX_WORDS = 16;
  private static final int MAX_GLUED = 40;

  /** Left out if other words say more. */
  private static final Set<String> FILLERS =
      Set.of("a", "an", "and", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with");

  static TextQuery of(String text) {
    return of(text, Map.of());
  }

  /**
   * @param synonyms phrases that count as well, by the key of the word or of the two words that
   *     they stand for
   */
  static TextQuery of(String text, Map<String, List<String>> synonyms) {
    List<Word> words = Words.of(text);
    return new TextQuery(text, expression(text, words, synonyms), Words.key(text));
  }

  private static String expression(
      String text, List<Word> words, Map<String, List<String>> synonyms) {
    if (words.isEmpty()) {
      return Words.signs(text).stream()
          .limit(MAX_WORDS)
          .map(Lexeme::quoted)
          .collect(Collectors.joining(" & "));
    }
    boolean onlyFillers = words.stream().allMatch(word -> FILLERS.contains(word.text()));
    Set<String> conditions =
        IntStream.range(0, words.size())
            .filter(i -> onlyFillers || !FILLERS.contains(words.get(i).text()))
            .mapToObj(i -> condition(words, i, synonyms))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    String all = conditions.stream().limit(MAX_WORDS).collect(Collectors.joining(" & "));
    String key = Words.key(text);
    return words.size() == 1 ? all : "(" + all + ") | " + Lexeme.quoted(key);
  }

  private static String condition(List<Word> words, int at, Map<String, List<String>> synonyms) {
    Word word = words.get(at);
    Set<String> ways = new LinkedHashSet<>();
    ways.add(itself(word));
    ways.add(Lexeme.quoted(word.singular()));
    if (word.isIdeographic()) {
      ways.remove(Lexeme.quoted(word.text()));
    }
    for (int first = Math.max(0, at - 1); first <= at && first + 1 < words.size(); first++) {
      String glued = words.get(first).text() + words.get(first + 1).text();
      if (glued.length() <= MAX_GLUED) {
        ways.add(Lexeme.quoted(glued) + ":*");
      }
      addPhrases(ways, synonyms.get(synonymKey(words.subList(first, first + 2))));
    }
    addPhrases(ways, synonyms.get(synonymKey(List.of(word))));
    return "(" + String.join(" | ", ways) + ")";
  }

  /** What a word, or two words, are found by in the synonyms: their singulars. */
  static String synonymKey(List<Word> words) {
    return words.stream().map(Word::singular).collect(Collectors.joining());
  }

  private static void addPhrases(Set<String> ways, @Nullable List<String> phrases) {
    if (phrases != null) {
      phrases.forEach(
          phrase ->
              ways.add(
                  Words.of(phrase).stream()
                      .map(word -> itself(new Word(word.singular(), false)))
                      .collect(Collectors.joining(" & ", "(", ")"))));
    }
  }

  private static String itself(Word word) {
    if (word.isIdeographic()) {
      return word.pairs().stream()
          .limit(MAX_WORDS)
          .map(Lexeme::quoted)
          .collect(Collectors.joining(" & ", "(", ")"));
    }
    // of one character, it would begin a large part of all words
    return Lexeme.quoted(word.text()) + (word.isSingle() ? "" : ":*");
  }

  boolean isEmpty() {
    return expression.isEmpty();
  }
}
