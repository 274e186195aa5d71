package org.orderly.documents;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/**
 * Sets text: letters that the font itself lacks come from further fonts. What no font has a letter
 * for is shown as a question mark.
 */
final class PdfFont {

  private static final String FOLDER = "/liberation/";
  private static final int LACKING = '?';

  private final EmbeddedFont own;
  private final FurtherFonts further;

  private PdfFont(EmbeddedFont own, FurtherFonts further) {
    this.own = own;
    this.further = further;
  }

  static PdfFont regular(PDDocument document, FurtherFonts further) throws IOException {
    return load(document, "LiberationSans-Regular.ttf", further);
  }

  static PdfFont bold(PDDocument document, FurtherFonts further) throws IOException {
    return load(document, "LiberationSans-Bold.ttf", further);
  }

  private static PdfFont load(PDDocument document, String file, FurtherFonts further)
      throws IOException {
    return new PdfFont(EmbeddedFont.delivered(document, FOLDER + file), further);
  }

  /** Text in one line, however long. */
  TextRun line(String text) throws IOException {
    String letters = PlainText.of(text);
    return line(letters, WritingDirection.of(letters));
  }

  private TextRun line(String letters, WritingDirection direction) throws IOException {
    List<TextRun.Run> runs = new ArrayList<>();
    EmbeddedFont font = own;
    StringBuilder run = new StringBuilder();
    for (int letter : direction.drawn(letters).codePoints().toArray()) {
      int drawn = drawable(letter);
      EmbeddedFont next = Objects.requireNonNull(fontOf(drawn));
      if (next != font && !run.isEmpty()) {
        runs.add(new TextRun.Run(font, run.toString()));
        run.setLength(0);
      }
      font = next;
      run.appendCodePoint(drawn);
    }
    runs.add(new TextRun.Run(font, run.toString()));
    return new TextRun(runs);
  }

  /** The letter or, if no font has it, a plainer form of it. */
  private int drawable(int letter) throws IOException {
    if (fontOf(letter) != null) {
      return letter;
    }
    String plainer = Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFKC);
    int first = plainer.codePointAt(0);
    boolean one = plainer.length() == Character.charCount(first);
    return one && fontOf(first) != null ? first : LACKING;
  }

  private @Nullable EmbeddedFont fontOf(int letter) throws IOException {
    return own.has(letter) ? own : further.with(letter);
  }

  /** Cuts a text into lines of at most this width: between words, or where a word is too long. */
  List<TextRun> wrapped(String text, int size, int width) throws IOException {
    String letters = PlainText.of(text);
    WritingDirection direction = WritingDirection.of(letters);
    List<TextRun> lines = new ArrayList<>();
    for (String line : cut(letters, size, width)) {
      lines.add(line(line, direction));
    }
    return lines;
  }

  private List<String> cut(String text, int size, int width) throws IOException {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" +")) {
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

  private float width(String letters, int size) throws IOException {
    return line(letters, WritingDirection.LEFT_TO_RIGHT).width(size);
  }
}
