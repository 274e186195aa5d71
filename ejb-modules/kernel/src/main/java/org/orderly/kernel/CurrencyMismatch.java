package org.orderly.kernel;

import java.util.Currency;
import java.util.Map;

/** Two currencies met where only one is possible, such as in the lines of one order. */
public final class CurrencyMismatch extends DomainException {

  private static final long serialVersionUID = 1L;

  /** Two amounts met of which neither says what the other should have been. */
  static CurrencyMismatch between(Currency one, Currency other) {
    return new CurrencyMismatch(
        "amounts in " + one + " and in " + other + " cannot be combined", one, other);
  }

  /**
   * @param expected the one that the order, price or account is kept in
   * @param actual the one that was given
   */
  public CurrencyMismatch(Currency expected, Currency actual) {
    this("expected " + expected + " but got " + actual, expected, actual);
  }

  private CurrencyMismatch(String detail, Currency expected, Currency actual) {
    super(
        Kind.RULE_BROKEN,
        "currency-mismatch",
        detail,
        Map.of("expected", expected.getCurrencyCode(), "actual", actual.getCurrencyCode()));
  }
}
