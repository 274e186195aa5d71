package org.orderly.kernel;

import java.util.Currency;
import java.util.Map;

/** Two currencies met where only one is possible, such as in the lines of one order. */
public final class CurrencyMismatch extends DomainException {

  private static final long serialVersionUID = 1L;

  public CurrencyMismatch(Currency expected, Currency actual) {
    super(
        Kind.RULE_BROKEN,
        "currency-mismatch",
        "expected " + expected + " but got " + actual,
        Map.of("expected", expected.getCurrencyCode(), "actual", actual.getCurrencyCode()));
  }
}
