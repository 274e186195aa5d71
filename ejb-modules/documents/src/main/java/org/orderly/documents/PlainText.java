package org.orderly.documents;

import java.lang.Character.UnicodeBlock;
import java.text.Normalizer;
import java.util.Set;
import java.util.function.IntPredicate;

/** Text that is ready to be set letter by letter, in the order in which it is read. */
final class PlainText {

  private static final int FIRST_SKIN_TONE = 0x1F3FB;
  private static final int LAST_SKIN_TONE = 0x1F3FF;

  private static final Set<UnicodeBlock> POINTED =
      Set.of(
          UnicodeBlock.HEBREW,
          UnicodeBlock.ARABIC,
          UnicodeBlock.VARIATION_SELECTORS,
          UnicodeBlock.VARIATION_SELECTORS_SUPPLEMENT);

  private PlainText() {}

  static String of(String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    String marked = kept(composed, letter -> !Character.isISOControl(letter) && !isMark(letter));
    // marks that join or part Arabic letters count until these are joined
    return kept(
        ArabicForms.joined(marked), letter -> Character.getType(letter) != Character.FORMAT);
  }

  private static String kept(String text, IntPredicate condition) {
    return text.codePoints()
        .map(letter -> Character.isWhitespace(letter) ? ' ' : letter)
        .filter(condition)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** Vowel points of Hebrew and Arabic, and what only varies the letter before it. */
  private static boolean isMark(int letter) {
    boolean tone = letter >= FIRST_SKIN_TONE && letter <= LAST_SKIN_TONE;
    return tone
        || Character.getType(letter) == Character.NON_SPACING_MARK
            && POINTED.contains(UnicodeBlock.of(letter));
  }
}
