package org.orderly.documents;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/**
 * Fonts of a document for letters that its own typefaces lack: the operator's, then those that are
 * delivered. Each is read when a letter is found in none before it.
 */
final class FurtherFonts {

  private static final Logger LOG = Logger.getLogger(FurtherFonts.class.getName());
  private static final List<String> DELIVERED =
      List.of("/net/sf/jasperreports/fonts/dejavu/DejaVuSans.ttf", "/droid/DroidSansFallback.ttf");

  private final PDDocument document;
  private final Queue<Path> files;
  private final Queue<String> delivered = new ArrayDeque<>(DELIVERED);
  private final List<EmbeddedFont> read = new ArrayList<>();

  FurtherFonts(PDDocument document, List<Path> files) {
    this.document = document;
    this.files = new ArrayDeque<>(files);
  }

  /** The first that has the letter; {@code null} if none has. */
  @Nullable EmbeddedFont with(int letter) throws IOException {
    for (EmbeddedFont font : read) {
      if (font.has(letter)) {
        return font;
      }
    }
    while (readNext()) {
      EmbeddedFont font = read.getLast();
      if (font.has(letter)) {
        return font;
      }
    }
    return null;
  }

  private boolean readNext() throws IOException {
    while (!files.isEmpty()) {
      Path file = files.remove();
      try {
        return read.add(EmbeddedFont.of(document, file));
      } catch (IOException | RuntimeException e) {
        LOG.log(Level.WARNING, e, () -> "Documents go without the font " + file);
      }
    }
    return !delivered.isEmpty() && read.add(EmbeddedFont.delivered(document, delivered.remove()));
  }
}
