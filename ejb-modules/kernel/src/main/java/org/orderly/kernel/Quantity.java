package org.orderly.kernel;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * How much of a product: pieces, or up to eight decimals of a unit for goods sold by weight or
 * fraction. Never negative; a change of stock is a movement, not a quantity.
 */
public record Quantity(BigDecimal value) implements Comparable<Quantity> {

  /** The finest division of a unit that any product may have. */
  public static final int MAX_SCALE = 8;

  /** The largest quantity of one thing, in units. */
  public static final BigDecimal MAX = new BigDecimal("1000000000");

  public static final Quantity ZERO = new Quantity(BigDecimal.ZERO);

  public Quantity {
    Objects.requireNonNull(value, "quantity");
    if (value.signum() < 0) {
      throw new InvalidValue("quantity", "is negative");
    }
    value = canonical(value);
  }

  public static Quantity of(long units) {
    return new Quantity(BigDecimal.valueOf(units));
  }

  /**
   * Reads a decimal number.
   *
   * @throws InvalidValue for text that is no number, is negative, too large or too finely divided
   */
  public static Quantity of(String text) {
    try {
      return new Quantity(new BigDecimal(text));
    } catch (NumberFormatException e) {
      throw new InvalidValue("quantity", "is not a number");
    }
  }

  /**
   * The same number in the one form that all quantities are kept and compared in.
   *
   * @throws InvalidValue if its magnitude is too large or it has more than eight decimals
   */
  public static BigDecimal canonical(BigDecimal number) {
    if (number.precision() > 40 || number.abs().compareTo(MAX) > 0) {
      throw new InvalidValue("quantity", "is too large");
    }
    BigDecimal plain = number.stripTrailingZeros();
    if (plain.scale() > MAX_SCALE) {
      throw new InvalidValue("quantity", "has more than " + MAX_SCALE + " decimals");
    }
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }

  /** Whether this many decimals are enough to write the quantity. */
  public boolean fits(int scale) {
    return value.scale() <= scale;
  }

  public boolean isZero() {
    return value.signum() == 0;
  }

  public Quantity plus(Quantity other) {
    return new Quantity(value.add(other.value));
  }

  /**
   * @throws InvalidValue if the other quantity is the larger one
   */
  public Quantity minus(Quantity other) {
    return new Quantity(value.subtract(other.value));
  }

  @Override
  public int compareTo(Quantity other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toPlainString();
  }
}
