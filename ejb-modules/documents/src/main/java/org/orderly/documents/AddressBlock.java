package org.orderly.documents;

import java.io.IOException;
import java.util.Locale;
import org.orderly.kernel.PostalAddress;

/** Writes to whom a document goes. */
final class AddressBlock {

  private AddressBlock() {}

  static void write(PdfDocument pdfDocument, PostalAddress to) throws IOException {
    pdfDocument.paragraph(
        to.name(),
        to.street(),
        to.locality(),
        to.state(),
        new Locale("", to.country()).getDisplayCountry(Locale.ENGLISH));
  }
}
