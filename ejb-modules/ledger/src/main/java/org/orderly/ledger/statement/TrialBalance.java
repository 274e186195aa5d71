package org.orderly.ledger.statement;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.util.List;

/**
 * All accounts added up, per currency.
 *
 * @param balanced whether what some accounts owe is what the others own, in every currency
 */
public record TrialBalance(boolean balanced, List<Side> currencies) {

  /**
   * @param currency ISO 4217 code
   * @param debits what the shop's accounts own and spent, in major units
   * @param credits what is owed to customers, and what was earned
   */
  public record Side(
      String currency,
      @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal debits,
      @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal credits) {

    boolean balances() {
      return debits.compareTo(credits) == 0;
    }
  }

  static TrialBalance of(List<Side> sides) {
    return new TrialBalance(sides.stream().allMatch(Side::balances), List.copyOf(sides));
  }
}
