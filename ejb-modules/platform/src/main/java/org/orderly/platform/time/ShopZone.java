package org.orderly.platform.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.InvalidValue;

/**
 * The time zone of the shop: wherever an instant becomes a day or a year, and wherever a day is
 * asked for, it is one of this zone. The injected clock carries it. Instants themselves stay UTC.
 *
 * @param id by whose midnight days and years begin
 */
public record ShopZone(ZoneId id) {

  private static final int DAY = "2026-01-31".length();

  /**
   * {@code ORDERLY_SHOP_ZONE}, else {@code ORDERLY_INVOICE_ZONE} as it was once called, else UTC.
   */
  public static ShopZone configured() {
    Config config = ConfigProvider.getConfig();
    return of(
        config
            .getOptionalValue("orderly.shop.zone", String.class)
            .or(() -> config.getOptionalValue("orderly.invoice.zone", String.class)));
  }

  static ShopZone of(Optional<String> name) {
    String zone = name.map(String::strip).filter(text -> !text.isEmpty()).orElse("UTC");
    try {
      return new ShopZone(ZoneId.of(zone));
    } catch (DateTimeException e) {
      throw new IllegalStateException(
          "ORDERLY_SHOP_ZONE is no time zone such as Europe/Berlin: " + zone, e);
    }
  }

  /**
   * The instant that a filter begins with, given as one or as a day.
   *
   * @param text {@code null} for no limit
   * @throws InvalidValue if it is neither
   */
  public @Nullable Instant from(String field, @Nullable String text) {
    return moment(field, text, 0);
  }

  /** The instant that a filter ends before: a day counts to its end. */
  public @Nullable Instant to(String field, @Nullable String text) {
    return moment(field, text, 1);
  }

  private @Nullable Instant moment(String field, @Nullable String text, int daysAfterBegin) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    try {
      return text.length() == DAY
          ? LocalDate.parse(text).plusDays(daysAfterBegin).atStartOfDay(id).toInstant()
          : Instant.parse(text);
    } catch (DateTimeException e) {
      throw new InvalidValue(
          field, "is no instant such as 2026-01-31T12:00:00Z, and no day such as 2026-01-31");
    }
  }
}
