package org.orderly.catalog.words;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One word of a text, folded.
 *
 * @param glued whether only signs stand between it and the word before, and no blank
 */
public record Word(String text, boolean glued) {

  /** Longer words are cut at this number of characters, in index and query alike. */
  static final int MAX_LENGTH = 64;

  private static final int SHORTEST_PLURAL = 4;

  /** Whether the word is written without blanks to its neighbours, as in Chinese. */
  public boolean isIdeographic() {
    return text.codePoints().anyMatch(CharacterClass::isIdeographic);
  }

  /** Whether it is a number, such as the first half of {@code 500 GB}. */
  boolean isNumber() {
    return text.codePoints().allMatch(CharacterClass::isDigit);
  }

  /** Whether it is of one character: its beginnings say nothing. */
  public boolean isSingle() {
    return text.codePointCount(0, text.length()) == 1;
  }

  /** The English singular; the word itself if it does not look like a plural. */
  public String singular() {
    int length = text.length();
    if (length < SHORTEST_PLURAL || !text.endsWith("s") || isIdeographic()) {
      return text;
    }
    if (text.endsWith("ss") || text.endsWith("us") || text.endsWith("is")) {
      return text;
    }
    if (text.endsWith("ies") && length > SHORTEST_PLURAL) {
      return text.substring(0, length - 3) + "y";
    }
    boolean hissing =
        Stream.of("sses", "xes", "ches", "shes", "zes").anyMatch(text::endsWith)
            && length > SHORTEST_PLURAL;
    return text.substring(0, length - (hissing ? 2 : 1));
  }

  /** The letters and the numbers in it, such as {@code 500} and {@code gb}; itself if it is one. */
  List<String> parts() {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    int before = -1;
    for (int point : text.codePoints().toArray()) {
      if (before >= 0 && CharacterClass.kind(before) != CharacterClass.kind(point)) {
        parts.add(part.toString());
        part.setLength(0);
      }
      part.appendCodePoint(point);
      before = point;
    }
    parts.add(part.toString());
    return parts;
  }

  /** The n-grams of an ideographic word: single characters and neighbours, and its other parts. */
  Set<String> grams() {
    Set<String> grams = new LinkedHashSet<>(pairs());
    for (String part : parts()) {
      part.codePoints()
          .filter(CharacterClass::isIdeographic)
          .forEach(point -> grams.add(Character.toString(point)));
    }
    return grams;
  }

  /** What a query asks for: the pairs of neighbours, or the character that is alone. */
  public Set<String> pairs() {
    Set<String> pairs = new LinkedHashSet<>();
    for (String part : parts()) {
      int[] points = part.codePoints().toArray();
      if (!CharacterClass.isIdeographic(points[0]) || points.length == 1) {
        pairs.add(part);
        continue;
      }
      for (int i = 1; i < points.length; i++) {
        pairs.add(Character.toString(points[i - 1]) + Character.toString(points[i]));
      }
    }
    return pairs;
  }
}
