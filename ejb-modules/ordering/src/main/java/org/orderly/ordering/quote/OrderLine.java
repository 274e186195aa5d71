package org.orderly.ordering.quote;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.Adjustment;
import org.orderly.kernel.Money;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;
import org.orderly.kernel.UserId;

/**
 * A line of an order with its price, its adjustments and its vendor.
 *
 * @param lineTotal unit price times quantity, rounded half up to the minor unit
 * @param vendor the seller of the product at the time of the order; {@code null} for the shop
 * @param adjustments of this line alone
 * @param adjusted the sum of the line's adjustments and of its share of the discounts and taxes of
 *     the whole order
 */
public record OrderLine(
    ProductId productId,
    String sku,
    String name,
    Quantity quantity,
    Money unitPrice,
    Money lineTotal,
    @Nullable UserId vendor,
    List<Adjustment> adjustments,
    Money adjusted) {

  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  public OrderLine {
    adjustments = List.copyOf(adjustments);
  }

  /** A line without adjustments. */
  public OrderLine(
      ProductId productId,
      String sku,
      String name,
      Quantity quantity,
      Money unitPrice,
      Money lineTotal,
      @Nullable UserId vendor) {
    this(
        productId,
        sku,
        name,
        quantity,
        unitPrice,
        lineTotal,
        vendor,
        List.of(),
        Money.zero(unitPrice.currency()));
  }

  /** The line's total with its own adjustments, without those of the whole order. */
  public Money subtotal() {
    return lineTotal.plus(ownAdjustments());
  }

  /** What the goods of this line cost the buyer. */
  public Money charged() {
    return lineTotal.plus(adjusted);
  }

  /**
   * What a part of the goods cost, rounded half up once; all of them cost what was charged. More
   * goods never cost less.
   *
   * @param some at most the quantity of the line
   */
  public Money chargedFor(Quantity some) {
    BigDecimal all = quantity.value();
    BigDecimal exact =
        BigDecimal.valueOf(unitPrice.minorUnits())
            .multiply(all)
            .add(BigDecimal.valueOf(adjusted.minorUnits()));
    BigDecimal doubled = TWO.multiply(some.value()).multiply(exact).add(all);
    BigDecimal rounded = doubled.divideToIntegralValue(TWO.multiply(all));
    return new Money(rounded.longValueExact(), unitPrice.currency());
  }

  /** The share of the discounts and taxes of the whole order. */
  Money share() {
    return adjusted.minus(ownAdjustments());
  }

  /** The same line with other adjustments. */
  OrderLine with(List<Adjustment> own, Money share) {
    Money sum = Adjustment.sum(own, unitPrice.currency()).plus(share);
    return new OrderLine(productId, sku, name, quantity, unitPrice, lineTotal, vendor, own, sum);
  }

  /** The same line with the adjustments that it was stored with. */
  public OrderLine withAdjustments(List<Adjustment> own) {
    return own.isEmpty()
        ? this
        : new OrderLine(
            productId, sku, name, quantity, unitPrice, lineTotal, vendor, own, adjusted);
  }

  private Money ownAdjustments() {
    return Adjustment.sum(adjustments, unitPrice.currency());
  }
}
