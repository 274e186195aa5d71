package org.orderly.productfiles.profile;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.orderly.productfiles.product.Cells;

/** The days on which a sale price counts. */
final class SaleDates {

  private static final int DATE = "2026-11-30".length();

  private final LocalDate today;

  SaleDates(LocalDate today) {
    this.today = today;
  }

  /**
   * @param from {@code null} or blank for always before the end
   * @param to {@code null} or blank for ever after the beginning
   */
  boolean includeToday(@Nullable String from, @Nullable String to, Cells cells) {
    try {
      return (isBlank(from) || !today.isBefore(date(from)))
          && (isBlank(to) || !today.isAfter(date(to)));
    } catch (DateTimeException e) {
      cells.remark("the days of a sale price cannot be read, so the regular price is used");
      return false;
    }
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }

  /** Times of day are left out: a sale price counts on its first and last day. */
  private static LocalDate date(@Nullable String text) {
    String plain = text == null ? "" : text.strip();
    return LocalDate.parse(plain.length() > DATE ? plain.substring(0, DATE) : plain);
  }
}
