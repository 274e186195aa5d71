package org.orderly.ordering;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.UUID;
import org.orderly.catalog.Offer;
import org.orderly.inventory.ReservationLine;
import org.orderly.kernel.Money;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;
import org.orderly.kernel.UserId;

/**
 * One product in an order, as it was offered then; amounts in minor units of the order's currency.
 *
 * @param vendor whose product it was; {@code null} for the shop itself
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

  /** Rounds half up to the minor unit, once per line; an order's total adds up rounded lines. */
  static final RoundingMode ROUNDING = RoundingMode.HALF_UP;

  static OrderLine of(Offer offer, Quantity quantity) {
    return new OrderLine(
        offer.id().value(),
        offer.sku(),
        offer.name(),
        quantity.value(),
        offer.unitPrice().minorUnits(),
        offer.unitPrice().times(quantity, ROUNDING).minorUnits(),
        offer.vendor() == null ? null : offer.vendor().value());
  }

  boolean isOf(UserId seller) {
    return seller.value().equals(vendor);
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

  OrderView.Item view(Currency currency) {
    return new OrderView.Item(
        new ProductId(productId),
        sku,
        name,
        new Quantity(quantity),
        new Money(unitPrice, currency),
        new Money(lineTotal, currency));
  }
}
