package org.orderly.reporting;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.InvalidValue;

/**
 * Whole intervals of a zone.
 *
 * @param from the first day
 * @param to the day after the last one
 */
public record Period(LocalDate from, LocalDate to, Interval interval, ZoneId zone) {

  /** The most intervals in one answer. */
  static final int MOST = 1_000;

  private static final int USUAL_DAYS = 30;
  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 9999;

  /**
   * The intervals that hold these days, both included.
   *
   * @param from a day of the zone, or an instant in it; {@code null} for a month ago
   * @param to the same; {@code null} for today
   * @param zone {@code null} for UTC
   * @throws InvalidValue naming the first parameter that says nothing sensible
   */
  public static Period of(
      @Nullable String from,
      @Nullable String to,
      Interval interval,
      @Nullable String zone,
      Instant now) {
    ZoneId where = zone(zone);
    LocalDate last = to == null ? now.atZone(where).toLocalDate() : day("to", to, where);
    LocalDate first = from == null ? last.minusDays(USUAL_DAYS - 1) : day("from", from, where);
    if (last.isBefore(first)) {
      throw new InvalidValue("to", "is before from");
    }
    Period period =
        new Period(interval.begin(first), interval.next(interval.begin(last)), interval, where);
    if (period.begins().size() > MOST) {
      throw new InvalidValue("from", "is more than " + MOST + " intervals before to");
    }
    return period;
  }

  /** The first day of each interval. */
  List<LocalDate> begins() {
    List<LocalDate> begins = new ArrayList<>();
    for (LocalDate begin = from;
        begin.isBefore(to) && begins.size() <= MOST;
        begin = interval.next(begin)) {
      begins.add(begin);
    }
    return begins;
  }

  /** When a day begins, which is not always at midnight. */
  Instant start(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  private static ZoneId zone(@Nullable String zone) {
    try {
      return ZoneId.of(zone == null ? "UTC" : zone);
    } catch (DateTimeException e) {
      throw new InvalidValue("zone", "is none such as Europe/Berlin");
    }
  }

  private static LocalDate day(String field, String text, ZoneId zone) {
    try {
      LocalDate day =
          text.indexOf('T') < 0
              ? LocalDate.parse(text)
              : Instant.parse(text).atZone(zone).toLocalDate();
      if (day.getYear() >= FIRST_YEAR && day.getYear() < LAST_YEAR) {
        return day;
      }
    } catch (DateTimeException e) {
      // answered below
    }
    throw new InvalidValue(field, "is no day such as 2026-01-31, and no instant");
  }
}
