package org.orderly.ordering;

import java.math.BigDecimal;
import org.orderly.kernel.Money;

/**
 * How much may be kept without being paid; 0 means no limit.
 *
 * @param ordersMax of one buyer
 * @param addressMax orders from one network address
 * @param amountMax of one buyer, in major units of the order's currency
 * @param percentMax of what there is of a product, all buyers together; one piece always may
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
   * @param kept by unpaid orders, this one included
   */
  void requireProduct(String name, BigDecimal kept, BigDecimal onHand) {
    BigDecimal most =
        onHand.multiply(BigDecimal.valueOf(percentMax)).divide(HUNDRED).max(BigDecimal.ONE);
    if (percentMax > 0 && kept.compareTo(most) > 0) {
      throw new UnpaidLimitReached(
          "stock",
          "so much of "
              + name
              + " cannot be kept for an order that is not paid; order less of it,"
              + " or pay at once");
    }
  }
}
