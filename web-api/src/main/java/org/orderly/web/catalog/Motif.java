package org.orderly.web.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A shape that stands for a kind of product.
 *
 * @param words what it stands for
 * @param drawing SVG on a field of 100 by 100, with names of colours to be filled in
 */
record Motif(Set<String> words, String drawing) {

  private static final String ANYTHING = "*";
  private static final List<Motif> ALL = read();

  /** The shape for the first of these texts that has a word with one; texts before others win. */
  static Motif of(List<String> texts) {
    for (String text : texts) {
      for (String word : wordsFromTheEnd(text)) {
        for (Motif motif : ALL) {
          if (motif.words.contains(word)) {
            return motif;
          }
        }
      }
    }
    return ALL.get(ALL.size() - 1);
  }

  String drawnIn(Palette palette) {
    return drawing
        .replace("$m", palette.main())
        .replace("$a", palette.accent())
        .replace("$d", palette.dark())
        .replace("$l", palette.light());
  }

  /** The last word of a name is the thing itself, as in "travel coffee grinder". */
  private static List<String> wordsFromTheEnd(String text) {
    Set<String> words = new LinkedHashSet<>();
    String[] parts = text.toLowerCase(Locale.ROOT).split("[^\\p{L}-]+");
    for (int i = parts.length - 1; i >= 0; i--) {
      words.add(parts[i]);
      if (parts[i].endsWith("s")) {
        words.add(parts[i].substring(0, parts[i].length() - 1));
      }
    }
    return List.copyOf(words);
  }

  private static List<Motif> read() {
    try (InputStream in = Motif.class.getResourceAsStream("motifs.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Motif::parse)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Motif parse(String line) {
    String[] parts = line.split(" :: ", 2);
    Set<String> words =
        parts[0].equals(ANYTHING) ? Set.of() : Set.copyOf(Arrays.asList(parts[0].split(" ")));
    return new Motif(words, parts[1]);
  }
}
