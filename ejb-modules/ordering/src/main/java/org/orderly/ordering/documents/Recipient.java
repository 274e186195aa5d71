package org.orderly.ordering.documents;

import java.io.IOException;
import java.util.Locale;
import org.orderly.ordering.ShippingAddress;

/** Writes to whom a document goes. */
final class Recipient {

  private Recipient() {}

  static void write(Sheet sheet, ShippingAddress to) throws IOException {
    sheet.paragraph(
        to.name(),
        to.street(),
        to.locality(),
        to.state(),
        new Locale("", to.country()).getDisplayCountry(Locale.ENGLISH));
  }
}
