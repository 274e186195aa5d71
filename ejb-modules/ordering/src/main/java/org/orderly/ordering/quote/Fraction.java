package org.orderly.ordering.quote;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.orderly.kernel.Money;

/**
 * A fraction by which amounts are scaled together.
 *
 * @param part from zero to the whole
 * @param whole more than zero
 */
record Fraction(BigDecimal part, BigDecimal whole) {

  static Fraction of(Money part, Money whole) {
    return new Fraction(
        BigDecimal.valueOf(part.minorUnits()).abs(), BigDecimal.valueOf(whole.minorUnits()).abs());
  }

  /**
   * Scales amounts so that they have a given sum: each is rounded down, and the units that are
   * missing go to the largest remainders. No amount changes its sign.
   *
   * @param sum the exact sum of the scaled amounts, rounded to a minor unit in either direction
   */
  List<Money> of(List<Money> amounts, Money sum) {
    long[] scaled = new long[amounts.size()];
    BigDecimal[] remainders = new BigDecimal[scaled.length];
    long missing = sum.minorUnits();
    for (int i = 0; i < scaled.length; i++) {
      BigDecimal exact = BigDecimal.valueOf(amounts.get(i).minorUnits()).multiply(part);
      BigDecimal down = exact.divide(whole, 0, RoundingMode.FLOOR);
      remainders[i] = exact.subtract(down.multiply(whole));
      scaled[i] = down.longValueExact();
      missing -= scaled[i];
    }
    IntStream.range(0, scaled.length)
        .boxed()
        .sorted(Comparator.comparing((Integer i) -> remainders[i]).reversed())
        .limit(missing)
        .forEach(i -> scaled[i]++);
    return LongStream.of(scaled).mapToObj(units -> new Money(units, sum.currency())).toList();
  }
}
