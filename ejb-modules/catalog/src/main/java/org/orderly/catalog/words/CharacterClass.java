package org.orderly.catalog.words;

import java.lang.Character.UnicodeBlock;
import java.lang.Character.UnicodeScript;

/** What a character is to the cutting of words: a part of a word, a sign, or a blank. */
final class CharacterClass {

  private static final int ZERO_WIDTH_SPACE = 0x200B;

  private CharacterClass() {}

  /** Separates words that have nothing to do with one another. */
  static boolean isBlank(int point) {
    return switch (Character.getType(point)) {
      case Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.CONTROL,
          Character.SURROGATE ->
          true;
      default -> point == ZERO_WIDTH_SPACE;
    };
  }

  /** Belongs to a word: letters, marks and digits, also those that this Java does not know yet. */
  static boolean isPartOfWord(int point) {
    return switch (Character.getType(point)) {
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.OTHER_LETTER,
          Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.DECIMAL_DIGIT_NUMBER,
          Character.LETTER_NUMBER,
          Character.OTHER_NUMBER,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          true;
      case Character.MODIFIER_LETTER ->
          UnicodeBlock.of(point) != UnicodeBlock.SPACING_MODIFIER_LETTERS;
      default -> false;
    };
  }

  /** Stands between or beside words and can be seen. */
  static boolean isVisibleSign(int point) {
    return !isBlank(point) && !isPartOfWord(point) && Character.getType(point) != Character.FORMAT;
  }

  static boolean isDigit(int point) {
    return point >= '0' && point <= '9';
  }

  /** Of a script that is written without blanks, or whose compounds have none. */
  static boolean isIdeographic(int point) {
    if (point < 0x0E00 || Character.getType(point) == Character.OTHER_SYMBOL) {
      return false;
    }
    return switch (UnicodeScript.of(point)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO, THAI, LAO, KHMER, MYANMAR, TIBETAN -> true;
      // the sign that prolongs a vowel of Kana
      case COMMON -> point == 0x30FC;
      default -> false;
    };
  }

  /** Equal for characters that one part of a word may have. */
  static int kind(int point) {
    return isDigit(point) ? 0 : isIdeographic(point) ? 1 : 2;
  }
}
