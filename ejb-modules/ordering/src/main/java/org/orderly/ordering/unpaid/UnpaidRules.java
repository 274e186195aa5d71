package org.orderly.ordering.unpaid;

import java.math.BigDecimal;
import org.orderly.kernel.Money;

/**
 * Limits of unpaid orders; 0 means no limit.
 *
 * @param ordersMax unpaid orders of one buyer
 * @param addressMax unpaid orders from one network address
 * @param amountMax total of one buyer's unpaid orders, in major units of the order's currency
 * @param percentMax percentage of a product's stock, all buyers together; one piece is always
 *     allowed
 */
record UnpaidRules(int ordersMax, int addressMax, BigDecimal amountMax, int percentMax) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  void requireBuyer(int orders, Money amount) {
    if (ordersMax > 0 && orders > ordersMax) {
      throw new UnpaidLimitReached(
          "buyer", "you have " + ordersMax + " unpaid orders; pay or cancel one of them first");
    }
    BigDecimal major =
        BigDecimal.valueOf(amount.minorUnits(), amount.currency().getDefaultFractionDigits());
    if (amountMax.signum() > 0 && major.compareTo(amountMax) > 0) {
      throw new UnpaidLimitReached(
          "amount",
          "your unpaid orders would come to "
              + amount
              + ", more than "
              + amountMax.toPlainString()
              + " "
              + amount.currency()
              + "; pay one of them first, or pay this one at once");
    }
  }

  void requireAddress(int orders) {
    if (addressMax > 0 && orders > addressMax) {
      throw new UnpaidLimitReached(
          "address", "too many orders from your network are unpaid; pay this one at once instead");
    }
  }

  /**
   * @param reserved by unpaid orders, including this one
   */
  void requireProduct(String name, BigDecimal reserved, BigDecimal onHand) {
    BigDecimal max =
        onHand.multiply(BigDecimal.valueOf(percentMax)).divide(HUNDRED).max(BigDecimal.ONE);
    if (percentMax > 0 && reserved.compareTo(max) > 0) {
      throw new UnpaidLimitReached(
          "stock",
          "too much of "
              + name
              + " is reserved for unpaid orders; order less of it, or pay at once");
    }
  }
}
