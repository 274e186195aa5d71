package org.orderly.documents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** A font that goes into the document with the letters that are used. */
final class EmbeddedFont {

  private final PDFont font;
  private final Map<Integer, Boolean> known = new HashMap<>();

  private EmbeddedFont(PDFont font) {
    this.font = font;
  }

  /** One that is delivered. */
  static EmbeddedFont delivered(PDDocument document, String resource) throws IOException {
    try (InputStream letters = EmbeddedFont.class.getResourceAsStream(resource)) {
      return new EmbeddedFont(PDType0Font.load(document, letters, true));
    }
  }

  static EmbeddedFont of(PDDocument document, Path file) throws IOException {
    return new EmbeddedFont(PDType0Font.load(document, file.toFile()));
  }

  PDFont font() {
    return font;
  }

  boolean has(int letter) {
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

  /** Width in thousandths of the size. */
  float width(String letters) throws IOException {
    return font.getStringWidth(letters);
  }
}
