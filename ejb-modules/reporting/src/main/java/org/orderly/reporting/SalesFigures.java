package org.orderly.reporting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import org.orderly.kernel.Money;

/**
 * What was sold in a time, in one currency.
 *
 * @param day the first day, in the zone that was asked for
 * @param from the first moment
 * @param to the moment after the last
 * @param revenue the totals of orders that were confirmed in this time and are not called off
 * @param orders how many they are
 * @param averageValue of one of them, rounded half up; zero if there are none
 * @param units how much of all products, whatever each is measured in
 * @param refunds how many were made in this time, of whatever orders
 * @param refunded what they add up to; revenue is not less for it
 * @param newCustomers buyers whose first order, in whatever currency, is from this time
 * @param returningCustomers the other buyers
 */
public record SalesFigures(
    LocalDate day,
    Instant from,
    Instant to,
    Money revenue,
    long orders,
    Money averageValue,
    BigDecimal units,
    long refunds,
    Money refunded,
    long newCustomers,
    long returningCustomers) {

  /** Adds up while rows are read. */
  static final class Sum {

    private long revenue;
    private long orders;
    private BigDecimal units = BigDecimal.ZERO;
    private long refunds;
    private long refunded;
    private long newCustomers;
    private long returningCustomers;

    void sold(long moreOrders, long moreRevenue, BigDecimal moreUnits) {
      orders += moreOrders;
      revenue += moreRevenue;
      units = units.add(moreUnits);
    }

    void refunded(long times, long amount) {
      refunds += times;
      refunded += amount;
    }

    void bought(long fresh, long known) {
      newCustomers += fresh;
      returningCustomers += known;
    }

    SalesFigures in(Currency currency, Period period, LocalDate begin, LocalDate end) {
      return new SalesFigures(
          begin,
          period.start(begin),
          period.start(end),
          new Money(revenue, currency),
          orders,
          new Money(average(), currency),
          plain(units),
          refunds,
          new Money(refunded, currency),
          newCustomers,
          returningCustomers);
    }

    private long average() {
      return orders == 0
          ? 0
          : BigDecimal.valueOf(revenue)
              .divide(BigDecimal.valueOf(orders), RoundingMode.HALF_UP)
              .longValueExact();
    }
  }

  /** Without zeros that say nothing, and never with an exponent. */
  static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
