package org.orderly.catalog.words;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A product's texts as the index has them.
 *
 * @param vector the words with position and weight, as PostgreSQL reads a {@code tsvector}: A of
 *     sku and name, B of the brand, C of what was glued together or folded from those, D of the
 *     description
 * @param source names the texts that the rest was made of
 */
public record IndexedText(
    String vector, String source, String skuKey, String nameKey, String brandKey) {

  private static final int MAX_GLUED = 64;
  private static final int LAST_POSITION = 16_000;

  /** Indexes the texts of a product. */
  public static IndexedText of(
      String sku, String name, @Nullable String brand, String description) {
    String of = brand == null ? "" : brand;
    Lexemes lexemes = new Lexemes();
    List<List<Word>> named = Stream.of(sku, name, of).map(Words::of).toList();
    List<Word> described = Words.of(description);
    lexemes.words(named.get(0), 'A');
    lexemes.words(named.get(1), 'A');
    lexemes.words(named.get(2), 'B');
    named.forEach(words -> lexemes.derived(words, true, 'C'));
    Stream.of(sku, name, of)
        .flatMap(text -> Words.signs(text).stream())
        .forEach(sign -> lexemes.add(sign, 'C'));
    lexemes.words(described, 'D');
    lexemes.derived(described, false, 'D');
    return new IndexedText(
        lexemes.toString(),
        source(sku, name, of, description),
        Words.key(sku),
        Words.key(name),
        Words.key(of));
  }

  private static String source(String... texts) {
    try {
      byte[] joined = String.join("\u001f", texts).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(joined));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Words by first position; the first weight of a word stays. */
  private static final class Lexemes {

    private final Map<String, String> places = new LinkedHashMap<>();
    private int position = 1;

    void add(String word, char weight) {
      places.putIfAbsent(word, Integer.toString(Math.min(position, LAST_POSITION)) + weight);
    }

    /** Adds the words as they are written. */
    void words(List<Word> words, char weight) {
      for (Word word : words) {
        add(word.text(), weight);
        if (word.isIdeographic()) {
          word.grams().forEach(gram -> add(gram, weight));
        }
        position++;
      }
    }

    /**
     * Adds what the same words may be written as: singulars, parts, and neighbours as one word.
     *
     * @param name whether all neighbours count, and not only numbers with their units
     */
    void derived(List<Word> words, boolean name, char weight) {
      StringBuilder chunk = new StringBuilder();
      StringBuilder all = new StringBuilder();
      for (int i = 0; i < words.size(); i++) {
        Word word = words.get(i);
        add(word.singular(), weight);
        word.parts().forEach(part -> add(part, weight));
        if (i > 0 && (name || word.glued() || word.isNumber() != words.get(i - 1).isNumber())) {
          glue(words.get(i - 1).text() + word.text(), weight);
        }
        if (!word.glued()) {
          chunk.setLength(0);
        }
        glue(chunk, word.text(), weight);
        append(all, word.text());
      }
      if (name) {
        glue(all, "", weight);
      }
    }

    private void glue(StringBuilder before, String word, char weight) {
      append(before, word);
      if (!before.isEmpty() && before.length() <= MAX_GLUED) {
        add(before.toString(), weight);
      }
    }

    /** What is too long already need not become longer. */
    private static void append(StringBuilder before, String word) {
      if (before.length() <= MAX_GLUED) {
        before.append(word);
      }
    }

    private void glue(String word, char weight) {
      if (word.length() <= MAX_GLUED) {
        add(word, weight);
      }
    }

    @Override
    public String toString() {
      return places.entrySet().stream()
          .map(place -> Lexeme.quoted(place.getKey()) + ':' + place.getValue())
          .collect(Collectors.joining(" "));
    }
  }
}
