package org.orderly.documents;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** A line as it is drawn, from left to right. */
record TextRun(List<Run> runs) {

  /** Letters of one font. */
  record Run(EmbeddedFont font, String letters) {}

  /** Width in points. */
  float width(int size) throws IOException {
    float width = 0;
    for (Run run : runs) {
      width += run.font().width(run.letters());
    }
    return width / 1000 * size;
  }

  void draw(PDPageContentStream page, int size, float x, int y) throws IOException {
    page.beginText();
    page.newLineAtOffset(x, y);
    for (Run run : runs) {
      page.setFont(run.font().font(), size);
      page.showText(run.letters());
    }
    page.endText();
  }
}
