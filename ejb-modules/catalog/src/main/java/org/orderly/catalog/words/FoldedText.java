package org.orderly.catalog.words;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.Map;

/** Removes the differences that shoppers do not type: case, accents, widths, forms of digits. */
final class FoldedText {

  /** Letters without a decomposition, and what people type instead. */
  private static final Map<Integer, String> PLAIN =
      Map.ofEntries(
          Map.entry((int) 'ø', "o"),
          Map.entry((int) 'đ', "d"),
          Map.entry((int) 'ħ', "h"),
          Map.entry((int) 'ł', "l"),
          Map.entry((int) 'ŧ', "t"),
          Map.entry((int) 'æ', "ae"),
          Map.entry((int) 'œ', "oe"),
          Map.entry((int) 'þ', "th"),
          Map.entry((int) 'ð', "d"),
          Map.entry((int) 'ς', "σ"),
          Map.entry((int) 'ة', "ه"),
          Map.entry((int) 'ى', "ي"),
          Map.entry((int) 'ـ', ""));

  private FoldedText() {}

  /** Folds a run of letters, marks and digits. The result may contain signs. */
  static String of(String run) {
    String wide = Normalizer.normalize(run, Form.NFKC);
    // a capital has one small letter, while several small letters may share a capital
    String small = wide.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    StringBuilder folded = new StringBuilder(small.length());
    small.codePoints().forEach(point -> append(folded, point));
    return Normalizer.normalize(folded, Form.NFC);
  }

  private static void append(StringBuilder folded, int point) {
    if (point < 0x80) {
      folded.appendCodePoint(point);
    } else if (isAlphabetWithAccents(point)) {
      Normalizer.normalize(Character.toString(point), Form.NFD)
          .codePoints()
          .filter(part -> !isAccent(part))
          .forEach(part -> appendPlain(folded, part));
    } else if (!isAccent(point)) {
      appendPlain(folded, point);
    }
  }

  private static void appendPlain(StringBuilder folded, int point) {
    String plain = PLAIN.get(point);
    int digit =
        Character.getType(point) == Character.DECIMAL_DIGIT_NUMBER
            ? Character.digit(point, 10)
            : -1;
    if (plain != null) {
      folded.append(plain);
    } else if (digit >= 0) {
      folded.append(digit);
    } else {
      folded.appendCodePoint(point);
    }
  }

  private static boolean isAlphabetWithAccents(int point) {
    return switch (UnicodeScript.of(point)) {
      case LATIN, GREEK, CYRILLIC, ARABIC -> true;
      default -> false;
    };
  }

  /** Marks of Indic and other scripts are letters to their readers, and stay. */
  private static boolean isAccent(int point) {
    int type = Character.getType(point);
    if (type != Character.NON_SPACING_MARK && type != Character.ENCLOSING_MARK) {
      return false;
    }
    return switch (UnicodeScript.of(point)) {
      case INHERITED, LATIN, GREEK, CYRILLIC, ARABIC, HEBREW -> true;
      default -> false;
    };
  }
}
