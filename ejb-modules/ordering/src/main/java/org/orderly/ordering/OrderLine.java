package org.orderly.ordering;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.orderly.kernel.Adjustment;
import org.orderly.kernel.Money;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;
import org.orderly.kernel.UserId;
import org.orderly.ordering.quote.OrderedLine;

/**
 * A line of an order as stored; amounts in minor units of the order's currency.
 *
 * @param adjusted the sum of the line's adjustments and of its share of the order's
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
    long adjusted,
    UUID vendor) {

  OrderedLine ordered(List<Adjustment> adjustments, Currency currency) {
    return new OrderedLine(
        new ProductId(productId),
        sku,
        name,
        new Quantity(quantity),
        new Money(unitPrice, currency),
        new Money(lineTotal, currency),
        vendor == null ? null : new UserId(vendor),
        adjustments,
        new Money(adjusted, currency));
  }
}
