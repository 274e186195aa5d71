package org.orderly.catalog.words;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Cuts a text into folded words and signs: the one rule for index and query. */
public final class Words {

  /** As many characters of a key are compared; a key fits into an index and into a cursor. */
  private static final int MAX_KEY = 80;

  private Words() {}

  /** The words of a text in their order. */
  public static List<Word> of(String text) {
    List<Word> words = new ArrayList<>();
    cut(text, true, false, words);
    return words;
  }

  private static void cut(String text, boolean fold, boolean gluedToBefore, List<Word> words) {
    StringBuilder run = new StringBuilder();
    boolean glued = gluedToBefore;
    int[] points = text.codePoints().toArray();
    for (int i = 0; i <= points.length; i++) {
      if (i < points.length && CharacterClass.isPartOfWord(points[i])) {
        run.appendCodePoint(points[i]);
        continue;
      }
      if (!run.isEmpty()) {
        int before = words.size();
        add(run.toString(), fold, glued && !words.isEmpty(), words);
        glued |= words.size() > before;
        run.setLength(0);
      }
      if (i < points.length && CharacterClass.isBlank(points[i])) {
        glued = false;
      }
    }
  }

  private static void add(String run, boolean fold, boolean glued, List<Word> words) {
    if (fold) {
      // some characters fold to several words
      cut(FoldedText.of(run), false, glued, words);
    } else {
      words.add(new Word(shortened(run, Word.MAX_LENGTH), glued));
    }
  }

  /** The signs of a text that can be seen, each once. */
  public static Set<String> signs(String text) {
    Set<String> signs = new LinkedHashSet<>();
    text.codePoints()
        .filter(CharacterClass::isVisibleSign)
        .forEach(point -> signs.add(Character.toString(point)));
    return signs;
  }

  /**
   * What two texts have in common if they differ in case, accents, blanks and signs only. Of a text
   * without words it is the signs.
   */
  public static String key(String text) {
    StringBuilder key = new StringBuilder();
    of(text).forEach(word -> key.append(word.text()));
    return shortened(key.isEmpty() ? String.join("", signs(text)) : key.toString(), MAX_KEY);
  }

  private static String shortened(String text, int length) {
    return text.codePointCount(0, text.length()) <= length
        ? text
        : text.substring(0, text.offsetByCodePoints(0, length));
  }
}
