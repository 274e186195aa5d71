package org.orderly.reporting;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.InvalidValue;

/** What sales are added up by; a week begins on Monday (ISO 8601). */
public enum Interval {
  DAY,
  WEEK,
  MONTH;

  /**
   * @param text in either case; {@code null} for days
   */
  public static Interval of(@Nullable String text) {
    for (Interval interval : values()) {
      if (text == null || interval.name().equalsIgnoreCase(text)) {
        return interval;
      }
    }
    throw new InvalidValue("interval", "must be day, week or month");
  }

  /** The first day of the interval that has this day. */
  LocalDate begin(LocalDate day) {
    return switch (this) {
      case DAY -> day;
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
    };
  }

  /** The first day of the next interval. */
  LocalDate next(LocalDate begin) {
    return switch (this) {
      case DAY -> begin.plusDays(1);
      case WEEK -> begin.plusWeeks(1);
      case MONTH -> begin.plusMonths(1);
    };
  }
}
