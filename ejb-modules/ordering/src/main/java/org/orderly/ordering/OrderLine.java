package org.orderly.ordering;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.UUID;
import org.orderly.inventory.ReservationLine;
import org.orderly.kernel.Money;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;
import org.orderly.kernel.UserId;
import org.orderly.ordering.quote.OrderedLine;

/**
 * A line of an order as stored; amounts in minor units of the order's currency.
 *
 * @param vendor the seller of the product; {@code null} for the shop
 */
@Embeddable
record OrderLine(
    @Column(name = "product_id") UUID productId,
    String sku,
    String name,
    BigDecimal quantity,
    @Column(name = "unit_price") long unitPrice,
    @Column(name = "line_total") long lineTotal,
    UUID vendor) {

  static OrderLine of(OrderedLine line) {
    return new OrderLine(
        line.productId().value(),
        line.sku(),
        line.name(),
        line.quantity().value(),
        line.unitPrice().minorUnits(),
        line.lineTotal().minorUnits(),
        line.vendor() == null ? null : line.vendor().value());
  }

  /** The same line with another quantity, at the same unit price. */
  OrderLine of(Quantity some, Currency currency) {
    Money sum = new Money(unitPrice, currency).times(some, RoundingMode.HALF_UP);
    return new OrderLine(productId, sku, name, some.value(), unitPrice, sum.minorUnits(), vendor);
  }

  ReservationLine reservation() {
    return new ReservationLine(new ProductId(productId), new Quantity(quantity));
  }

  OrderedLine ordered(Currency currency) {
    return new OrderedLine(
        new ProductId(productId),
        sku,
        name,
        new Quantity(quantity),
        new Money(unitPrice, currency),
        new Money(lineTotal, currency),
        vendor == null ? null : new UserId(vendor));
  }
}
