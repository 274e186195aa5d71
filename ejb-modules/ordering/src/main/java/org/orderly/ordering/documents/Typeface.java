package org.orderly.ordering.documents;

import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * A font that goes into the document with the letters that are used: Latin with all its accents,
 * Greek and Cyrillic. What it has no letter for is shown as a question mark.
 */
final class Typeface {

  private static final String FOLDER = "/liberation/";
  private static final String LACKING = "?";

  private final PDFont font;
  private final Map<Integer, Boolean> known = new HashMap<>();

  private Typeface(PDFont font) {
    this.font = font;
  }

  static Typeface regular(PDDocument document) throws IOException {
    return load(document, "LiberationSans-Regular.ttf");
  }

  static Typeface bold(PDDocument document) throws IOException {
    return load(document, "LiberationSans-Bold.ttf");
  }

  private static Typeface load(PDDocument document, String file) throws IOException {
    try (InputStream letters = Typeface.class.getResourceAsStream(FOLDER + file)) {
      return new Typeface(PDType0Font.load(document, letters, true));
    }
  }

  PDFont font() {
    return font;
  }

  /** The text in one line with nothing in it that the font lacks. */
  String shown(String text) {
    StringBuilder shown = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFC)
        .codePoints()
        .map(letter -> Character.isWhitespace(letter) ? ' ' : letter)
        .filter(letter -> !Character.isISOControl(letter) && !isInvisible(letter))
        .forEach(letter -> shown.append(has(letter) ? Character.toString(letter) : LACKING));
    return shown.toString();
  }

  /** Width in points of a text that can be shown. */
  float width(String shown, int size) throws IOException {
    return font.getStringWidth(shown) / 1000 * size;
  }

  /** Cuts a text into lines of at most this width: between words, or where a word is too long. */
  List<String> wrapped(String text, int size, int width) throws IOException {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : shown(text).split(" +")) {
      if (!line.isEmpty() && width(line + " " + word, size) > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
      cut(line, size, width, lines);
    }
    lines.add(line.toString());
    return lines;
  }

  private void cut(StringBuilder line, int size, int width, List<String> lines) throws IOException {
    while (width(line.toString(), size) > width && line.length() > 1) {
      int end = line.length();
      while (end > 1 && width(line.substring(0, end), size) > width) {
        end = line.offsetByCodePoints(end, -1);
      }
      end = Math.max(end, Character.charCount(line.codePointAt(0)));
      lines.add(line.substring(0, end));
      line.delete(0, end);
    }
  }

  /** Marks that join letters or turn their direction are not drawn. */
  private static boolean isInvisible(int letter) {
    return Character.getType(letter) == Character.FORMAT;
  }

  private boolean has(int letter) {
    return known.computeIfAbsent(
        letter,
        unknown -> {
          try {
            return font.encode(Character.toString(letter)).length > 0;
          } catch (IOException | IllegalArgumentException e) {
            return false;
          }
        });
  }
}
