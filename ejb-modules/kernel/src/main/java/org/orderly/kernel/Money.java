package org.orderly.kernel;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * An exact amount of one currency, counted in its minor unit (cents for EUR, whole yen for JPY).
 *
 * <p>Arithmetic is exact: it throws {@link ArithmeticException} instead of overflowing and {@link
 * CurrencyMismatch} instead of mixing currencies. Where a result cannot be exact the caller names
 * the rounding.
 */
public record Money(long minorUnits, Currency currency) implements Comparable<Money> {

  /** No single amount may exceed this many minor units, so that sums stay far from overflow. */
  public static final long MAX_MINOR_UNITS = 1_000_000_000_000_000L;

  public Money {
    Objects.requireNonNull(currency, "currency");
    if (minorUnits > MAX_MINOR_UNITS || minorUnits < -MAX_MINOR_UNITS) {
      throw new InvalidValue("amount", "is too large");
    }
  }

  /**
   * Reads an amount in major units, such as {@code "12.50"}.
   *
   * @throws InvalidValue for text that is no number, an unknown currency, or more decimals than the
   *     currency has
   */
  public static Money of(String amount, String currency) {
    try {
      return of(decimal(amount), currencyOf(currency));
    } catch (NumberFormatException e) {
      throw new InvalidValue("amount", "is not a number");
    }
  }

  /**
   * Java reads the digits of every script, which pass for other amounts with whoever checks them.
   */
  private static BigDecimal decimal(String amount) {
    if (!amount.chars().allMatch(character -> character < 0x80)) {
      throw new NumberFormatException("digits other than 0 to 9");
    }
    return new BigDecimal(amount);
  }

  /**
   * The amount given in major units.
   *
   * @throws InvalidValue if it has more decimals than the currency, or is too large
   */
  public static Money of(BigDecimal amount, Currency currency) {
    if ((long) amount.precision() - amount.scale() > 18 || amount.scale() > 20) {
      throw new InvalidValue("amount", "has too many digits");
    }
    try {
      return new Money(
          amount.movePointRight(currency.getDefaultFractionDigits()).longValueExact(), currency);
    } catch (ArithmeticException e) {
      throw new InvalidValue("amount", "has more decimals than " + currency + " allows");
    }
  }

  /**
   * The currency of an ISO 4217 code.
   *
   * @throws InvalidValue for an unknown code, or one without a minor unit (such as gold)
   */
  public static Currency currencyOf(String code) {
    try {
      Currency currency = Currency.getInstance(Objects.requireNonNullElse(code, ""));
      if (currency.getDefaultFractionDigits() >= 0) {
        return currency;
      }
    } catch (IllegalArgumentException e) {
      // answered below, together with the codes that are known but not spendable
    }
    throw new InvalidValue("currency", "is not a known ISO 4217 code");
  }

  public static Money zero(Currency currency) {
    return new Money(0, currency);
  }

  public Money plus(Money other) {
    return new Money(Math.addExact(minorUnits, sameCurrency(other).minorUnits), currency);
  }

  public Money minus(Money other) {
    return new Money(Math.subtractExact(minorUnits, sameCurrency(other).minorUnits), currency);
  }

  public Money negated() {
    return new Money(-minorUnits, currency);
  }

  /** This price for a quantity, rounded to the minor unit as told. */
  public Money times(Quantity quantity, RoundingMode rounding) {
    BigDecimal exact = BigDecimal.valueOf(minorUnits).multiply(quantity.value());
    BigDecimal rounded = exact.setScale(0, rounding);
    if (rounded.abs().compareTo(BigDecimal.valueOf(MAX_MINOR_UNITS)) > 0) {
      throw new InvalidValue("amount", "is too large");
    }
    return new Money(rounded.longValueExact(), currency);
  }

  /**
   * Splits this amount by weights without losing a minor unit. Each part is its exact share,
   * rounded down or up: the units that are left go to the parts with the largest remainders, of
   * equal ones to the first.
   *
   * @throws IllegalArgumentException unless the weights are non-negative with a positive sum
   */
  public List<Money> allocate(long... weights) {
    long sum = 0;
    for (long weight : weights) {
      if (weight < 0) {
        throw new IllegalArgumentException("a weight is negative");
      }
      sum = Math.addExact(sum, weight);
    }
    if (sum == 0) {
      throw new IllegalArgumentException("the weights add up to nothing");
    }
    long[] parts = new long[weights.length];
    BigInteger[] remainders = new BigInteger[weights.length];
    long rest = Math.abs(minorUnits);
    for (int i = 0; i < weights.length; i++) {
      BigInteger[] share =
          BigInteger.valueOf(Math.abs(minorUnits))
              .multiply(BigInteger.valueOf(weights[i]))
              .divideAndRemainder(BigInteger.valueOf(sum));
      parts[i] = share[0].longValueExact();
      remainders[i] = share[1];
      rest -= parts[i];
    }
    IntStream.range(0, parts.length)
        .boxed()
        .sorted(Comparator.comparing((Integer i) -> remainders[i]).reversed())
        .limit(rest)
        .forEach(i -> parts[i]++);
    int sign = Long.signum(minorUnits);
    return LongStream.of(parts).mapToObj(part -> new Money(sign * part, currency)).toList();
  }

  public boolean isZero() {
    return minorUnits == 0;
  }

  public boolean isPositive() {
    return minorUnits > 0;
  }

  public boolean isNegative() {
    return minorUnits < 0;
  }

  /** The amount in major units with exactly the currency's decimals. */
  public BigDecimal amount() {
    return BigDecimal.valueOf(minorUnits, currency.getDefaultFractionDigits());
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(minorUnits, sameCurrency(other).minorUnits);
  }

  @Override
  public String toString() {
    return amount().toPlainString() + " " + currency;
  }

  private Money sameCurrency(Money other) {
    if (!currency.equals(other.currency)) {
      throw CurrencyMismatch.between(currency, other.currency);
    }
    return other;
  }

  /**
   * Accepts an amount that somebody gave.
   *
   * @param expected the currency that it has to be in
   * @throws CurrencyMismatch naming both as they are
   */
  public Money requireIn(Currency expected) {
    if (!currency.equals(expected)) {
      throw new CurrencyMismatch(expected, currency);
    }
    return this;
  }
}
