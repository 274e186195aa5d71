package org.orderly.catalog.search;

import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.Money;

/**
 * Prices to list products of, in one currency.
 *
 * @param min the lowest, inclusive; {@code null} for any
 * @param max the highest, inclusive; {@code null} for any
 */
public record PriceRange(Currency currency, @Nullable Money min, @Nullable Money max) {

  /**
   * Reads a range.
   *
   * @return {@code null} if nothing is asked for
   * @throws InvalidValue naming the parameter that is wrong
   */
  public static @Nullable PriceRange of(
      @Nullable String currency, @Nullable String min, @Nullable String max) {
    if (currency == null) {
      if (min != null || max != null) {
        throw new InvalidValue("currency", "is needed with minPrice and maxPrice, such as EUR");
      }
      return null;
    }
    PriceRange range =
        new PriceRange(
            currency(currency),
            amount("minPrice", min, currency),
            amount("maxPrice", max, currency));
    if (range.min != null && range.max != null && range.min.compareTo(range.max) > 0) {
      throw new InvalidValue("maxPrice", "is less than minPrice");
    }
    return range;
  }

  private static Currency currency(String code) {
    try {
      return Money.currencyOf(code);
    } catch (InvalidValue e) {
      throw new InvalidValue("currency", "must be the code of a currency, such as EUR");
    }
  }

  private static @Nullable Money amount(String field, @Nullable String amount, String currency) {
    if (amount == null) {
      return null;
    }
    try {
      Money bound = Money.of(amount, currency);
      if (!bound.isNegative()) {
        return bound;
      }
    } catch (InvalidValue e) {
      // refused below, by the name of the parameter
    }
    throw new InvalidValue(field, "must be an amount in " + currency + ", such as 10.00");
  }
}
