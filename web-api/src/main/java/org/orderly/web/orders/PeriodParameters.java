package org.orderly.web.orders;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Currency;
import org.orderly.kernel.InvalidValue;
import org.orderly.platform.time.ShopZone;
import org.orderly.reporting.Interval;
import org.orderly.reporting.Period;

/** Of which time figures are wanted, and in which currency. */
public class PeriodParameters {

  @QueryParam("from")
  private String from;

  @QueryParam("to")
  private String to;

  @QueryParam("zone")
  private String zone;

  @QueryParam("currency")
  private String currency;

  /**
   * @throws InvalidValue naming the first parameter that says nothing sensible
   */
  Period period(Interval interval, Instant now) {
    String days = zone == null ? ShopZone.configured().id().getId() : zone;
    return Period.of(from, to, interval, days, now);
  }

  /** {@code null} for every currency. */
  Currency currency() {
    try {
      return currency == null ? null : Currency.getInstance(currency);
    } catch (IllegalArgumentException e) {
      throw new InvalidValue("currency", "is no ISO 4217 code such as EUR");
    }
  }
}
