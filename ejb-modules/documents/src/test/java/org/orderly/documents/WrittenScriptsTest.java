package org.orderly.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of people all over the world are readable on paper. */
class WrittenScriptsTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "יוסי כהן",
        "محمد علي",
        "علاء الدين",
        "پژمان گلچین",
        "山田 太郎",
        "王小明",
        "김철수",
        "Αθηνά Ζώη",
        "Юлія Їжак",
        "Ann \uD83D\uDE00",
        "רחוב הרצל 12 (קומה 3)",
        "Ann, יוסי כהן, Leeds"
      })
  void readsAsItWasWritten(String name) throws IOException {
    byte[] content = sheet(List.of(), name);
    assertThat(text(content)).contains(name).doesNotContain("?");
    assertThat(letters(content)).isNotEmpty().allMatch(WrittenScriptsTest::isDrawn);
  }

  @Test
  void drawsHebrewFromRightToLeft() throws IOException {
    assertThat(drawn("יוסי 12 (א)")).isEqualTo("(א) 12 יסוי");
  }

  @Test
  void joinsArabicLetters() throws IOException {
    // from left to right: final yeh, medial lam, initial ain
    assertThat(drawn("علي")).isEqualTo("\uFEF2\uFEE0\uFECB");
    assertThat(drawn("سلام")).isEqualTo("\uFEE1\uFEFC\uFEB3");
  }

  @Test
  void leavesOutPointsAndPartsWhereTheTextSaysSo() {
    assertThat(PlainText.of("שָׁלוֹם")).isEqualTo("שלום");
    assertThat(PlainText.of("می\u200Cخو")).isEqualTo("\uFEE3\uFBFD\uFEA7\uFEEE");
    assertThat(PlainText.of("\u2764\uFE0F \uD83D\uDC4D\uD83C\uDFFD"))
        .isEqualTo("\u2764 \uD83D\uDC4D");
  }

  @Test
  void keepsTheDirectionOfAParagraphOnEachOfItsLines() throws IOException {
    try (PDDocument document = new PDDocument()) {
      PdfFont face = PdfFont.regular(document, new FurtherFonts(document, List.of()));
      assertThat(letters(face.wrapped("שלום Ann אב", 10, 36).getLast())).isEqualTo("בא Ann");
    }
  }

  @Test
  void readsFurtherFontsForLettersThatItsOwnLackAlone() throws IOException {
    List<LogRecord> warnings = new ArrayList<>();
    Logger log = Logger.getLogger(FurtherFonts.class.getName());
    log.setFilter(warning -> !warnings.add(warning));
    try {
      List<Path> missing = List.of(folder.resolve("missing.ttf"));
      assertThat(text(sheet(missing, "Žofie"))).contains("Žofie");
      assertThat(warnings).isEmpty();
      assertThat(text(sheet(missing, "山"))).contains("山");
      assertThat(warnings).hasSize(1);
    } finally {
      log.setFilter(null);
    }
  }

  @Test
  void takesTheOperatorsFontFirstAndGoesWithoutABrokenOne() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.ttf"), "no font");
    Path named = folder.resolve("named.ttf");
    try (var serif = getClass().getResourceAsStream("/liberation/LiberationSerif-Regular.ttf")) {
      Files.copy(serif, named);
    }
    try (PDDocument document = new PDDocument()) {
      FurtherFonts fonts = new FurtherFonts(document, List.of(broken, named));
      assertThat(fonts.with('א').font().getName()).endsWith("LiberationSerif");
      assertThat(fonts.with('山').font().getName()).endsWith("DroidSansFallback");
    }
  }

  private static String drawn(String text) throws IOException {
    try (PDDocument document = new PDDocument()) {
      PdfFont face = PdfFont.regular(document, new FurtherFonts(document, List.of()));
      return letters(face.line(text));
    }
  }

  private static String letters(TextRun textRun) {
    return textRun.runs().stream().map(TextRun.Run::letters).collect(Collectors.joining());
  }

  private static byte[] sheet(List<Path> fonts, String name) throws IOException {
    try (PdfDocument pdfDocument = new PdfDocument("Invoice", Instant.EPOCH, fonts)) {
      pdfDocument.paragraph(name);
      return pdfDocument.bytes("Foot");
    }
  }

  private static String text(byte[] content) throws IOException {
    try (PDDocument document = Loader.loadPDF(content)) {
      return new PDFTextStripper().getText(document);
    }
  }

  private static List<TextPosition> letters(byte[] content) throws IOException {
    List<TextPosition> letters = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(content)) {
      new PDFTextStripper() {
        @Override
        protected void processTextPosition(TextPosition letter) {
          letters.add(letter);
        }
      }.getText(document);
      // while the document is open
      letters.forEach(letter -> letter.getFont().getName());
    }
    return letters;
  }

  private static boolean isDrawn(TextPosition letter) {
    PDFont font = letter.getFont();
    return font.isEmbedded() && letter.getCharacterCodes()[0] != 0;
  }
}
