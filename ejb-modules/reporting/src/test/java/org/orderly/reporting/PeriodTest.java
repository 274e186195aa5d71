package org.orderly.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.orderly.kernel.InvalidValue;

class PeriodTest {

  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  @Test
  void isTheLastThirtyDaysIfNothingIsSaid() {
    Period period = Period.of(null, null, Interval.DAY, null, NOW);
    assertThat(period.begins()).hasSize(30).endsWith(LocalDate.parse("2026-11-20"));
  }

  @Test
  void widensToWholeIntervals() {
    Period weeks = Period.of("2026-11-18", "2026-11-24", Interval.WEEK, "UTC", NOW);
    assertThat(weeks.begins())
        .containsExactly(LocalDate.parse("2026-11-16"), LocalDate.parse("2026-11-23"));
    Period months = Period.of("2026-01-31", "2026-02-01", Interval.MONTH, "UTC", NOW);
    assertThat(months.from()).isEqualTo("2026-01-01");
    assertThat(months.to()).isEqualTo("2026-03-01");
  }

  @Test
  void hasDaysOf23And25HoursWhereClocksAreTurned() {
    Period period = Period.of("2026-03-28", "2026-10-25", Interval.DAY, "Europe/Berlin", NOW);
    assertThat(hours(period, "2026-03-29")).isEqualTo(23);
    assertThat(hours(period, "2026-10-25")).isEqualTo(25);
    assertThat(hours(period, "2026-03-28")).isEqualTo(24);
  }

  @Test
  void beginsWhereTheDayDoesThoughMidnightIsLeftOut() {
    Period period = Period.of("2018-11-04", "2018-11-04", Interval.DAY, "America/Sao_Paulo", NOW);
    assertThat(period.start(period.from())).isEqualTo("2018-11-04T03:00:00Z");
    assertThat(hours(period, "2018-11-04")).isEqualTo(23);
  }

  @Test
  void takesTheDayOfAnInstantInTheZone() {
    Period period =
        Period.of("2026-11-19T20:00:00Z", "2026-11-19T20:00:00Z", Interval.DAY, "Asia/Tokyo", NOW);
    assertThat(period.from()).isEqualTo("2026-11-20");
  }

  @Test
  void namesTheParameterThatSaysNothingSensible() {
    assertThat(fault("x", null, Interval.DAY, null)).isEqualTo("from");
    assertThat(fault("2026-02-30", null, Interval.DAY, null)).isEqualTo("from");
    assertThat(fault("+999999999-01-01", null, Interval.DAY, null)).isEqualTo("from");
    assertThat(fault(null, "2026-11-20T25:00:00Z", Interval.DAY, null)).isEqualTo("to");
    assertThat(fault("+1000000000-12-31T23:59:59.999999999Z", null, Interval.WEEK, "Asia/Tokyo"))
        .isEqualTo("from");
    assertThat(fault("2026-11-20", "2026-11-19", Interval.DAY, null)).isEqualTo("to");
    assertThat(fault(null, null, Interval.DAY, "Middle/Earth")).isEqualTo("zone");
    assertThat(fault("1971-01-01", null, Interval.DAY, null)).isEqualTo("from");
  }

  @Test
  void knowsIntervalsInEitherCase() {
    assertThat(Interval.of("Week")).isEqualTo(Interval.WEEK);
    assertThat(Interval.of(null)).isEqualTo(Interval.DAY);
    assertThat(catchThrowableOfType(InvalidValue.class, () -> Interval.of("hour")).details())
        .containsEntry("field", "interval");
  }

  private static long hours(Period period, String day) {
    LocalDate begin = LocalDate.parse(day);
    return Duration.between(period.start(begin), period.start(begin.plusDays(1))).toHours();
  }

  private static Object fault(String from, String to, Interval interval, String zone) {
    return catchThrowableOfType(InvalidValue.class, () -> Period.of(from, to, interval, zone, NOW))
        .details()
        .get("field");
  }
}
