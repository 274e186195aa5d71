package org.orderly.reporting;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * What was sold in a period, interval by interval; those in which nothing happened are there, too.
 *
 * @param interval day, week or month
 * @param currencies one entry for each currency in which something happened, or that was asked for
 */
public record SalesReport(
    Instant from, Instant to, String interval, String zone, List<InCurrency> currencies) {

  /**
   * One currency.
   *
   * @param total over the whole period
   */
  public record InCurrency(String currency, SalesFigures total, List<SalesFigures> intervals) {}

  static SalesReport of(Period period, List<InCurrency> currencies) {
    return new SalesReport(
        period.start(period.from()),
        period.start(period.to()),
        period.interval().name().toLowerCase(Locale.ROOT),
        period.zone().getId(),
        currencies);
  }
}
