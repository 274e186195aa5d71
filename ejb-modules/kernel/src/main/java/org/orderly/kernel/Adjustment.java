package org.orderly.kernel;

import java.util.Collection;
import java.util.Currency;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * An amount that changes what an order or one of its lines costs, with its reason: a discount,
 * shipping, a tax, a fee.
 *
 * <p>Every adjustment changes the total. A tax that the unit price already includes changes
 * nothing, so it is not an adjustment.
 *
 * @param label the reason as customers read it, such as {@code Summer sale}
 * @param amount is added to the total; negative for what is taken off, never zero
 * @param source the rule that made it, such as {@code promotion:summer-2026}
 */
public record Adjustment(Kind kind, String label, Money amount, String source) {

  /** The maximum length of a label. */
  public static final int MAX_LABEL = 100;

  private static final Pattern SOURCE =
      Pattern.compile("[a-z][a-z-]{0,29}:[A-Za-z0-9][A-Za-z0-9._-]{0,69}");

  /** What an adjustment is paid for, which decides what happens to it if goods come back. */
  public enum Kind {
    /** A lower price of goods. */
    DISCOUNT(true),
    /** A tax on goods that is added to their prices. */
    TAX(true),
    /** The delivery, with its taxes and discounts. */
    SHIPPING(false),
    /** Another service, a surcharge or a tip, with its taxes and discounts. */
    FEE(false);

    private final boolean ofGoods;

    Kind(boolean ofGoods) {
      this.ofGoods = ofGoods;
    }

    /**
     * Whether an adjustment of a whole order is part of what its goods cost, so that goods that
     * come back give back their share of it.
     */
    public boolean isOfGoods() {
      return ofGoods;
    }
  }

  /**
   * @throws InvalidValue if the label is no single line of 1 to 100 characters, the amount is zero,
   *     a discount adds to the price, or the source is not {@code type:id}
   */
  public Adjustment {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(amount, "amount");
    if (label == null
        || label.isBlank()
        || label.length() > MAX_LABEL
        || label.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidValue("label", "must be one line of 1 to " + MAX_LABEL + " characters");
    }
    if (amount.isZero()) {
      throw new InvalidValue("amount", "must not be zero");
    }
    if (kind == Kind.DISCOUNT && amount.isPositive()) {
      throw new InvalidValue("amount", "of a discount must be negative");
    }
    if (source == null || !SOURCE.matcher(source).matches()) {
      throw new InvalidValue("source", "must be a type and an id, such as promotion:summer-2026");
    }
  }

  /** The same for another amount, which must not be zero. */
  public Adjustment withAmount(Money other) {
    return new Adjustment(kind, label, other, source);
  }

  /**
   * Adds amounts up; nothing adds up to zero.
   *
   * @throws CurrencyMismatch if one is in another currency
   */
  public static Money sum(Collection<Adjustment> adjustments, Currency currency) {
    return adjustments.stream().map(Adjustment::amount).reduce(Money.zero(currency), Money::plus);
  }
}
