package org.orderly.ordering.quote;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.orderly.catalog.Offer;
import org.orderly.inventory.ReservationLine;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.Money;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;

/**
 * Priced items, ready to be ordered.
 *
 * @param cartId the cart they come from; {@code null} for a list of items
 * @param lines one per product, in the order of the request
 */
public record PricedItems(UUID cartId, List<OrderedLine> lines, Money total) {

  /** The maximum number of items of an order, cart or shipment. */
  public static final int MAX_LINES = 500;

  /**
   * Rounds half up to the minor unit, once per line; an order's total is the sum of rounded lines.
   */
  private static final RoundingMode ROUNDING = RoundingMode.HALF_UP;

  public List<ReservationLine> reservationLines() {
    return lines.stream()
        .map(line -> new ReservationLine(line.productId(), line.quantity()))
        .toList();
  }

  /** Merges items of the same product into one with the sum of their quantities. */
  static List<OrderItem> merged(Collection<OrderItem> items) {
    Map<ProductId, OrderItem> byProduct = new LinkedHashMap<>();
    items.forEach(item -> byProduct.merge(item.productId(), item, OrderItem::plus));
    return List.copyOf(byProduct.values());
  }

  /**
   * Prices merged items.
   *
   * @throws NothingToOrder if there are none
   * @throws UnknownProducts if some are not on offer
   * @throws InvalidValue if a quantity has more decimals than its product allows
   * @throws org.orderly.kernel.CurrencyMismatch if prices are in different currencies
   */
  static PricedItems priced(UUID cartId, List<OrderItem> items, Map<ProductId, Offer> offers) {
    if (items.isEmpty()) {
      throw new NothingToOrder();
    }
    List<ProductId> unknown =
        items.stream().map(OrderItem::productId).filter(id -> !offers.containsKey(id)).toList();
    if (!unknown.isEmpty()) {
      throw new UnknownProducts(unknown);
    }
    List<OrderedLine> lines = new ArrayList<>(items.size());
    Money total = Money.zero(offers.get(items.get(0).productId()).unitPrice().currency());
    for (OrderItem item : items) {
      Offer offer = offers.get(item.productId());
      if (!item.quantity().fits(offer.quantityScale())) {
        throw new InvalidValue(
            "items.quantity",
            "of " + offer.sku() + " has more than " + offer.quantityScale() + " decimals");
      }
      OrderedLine line = line(offer, item.quantity());
      total = total.plus(line.lineTotal());
      lines.add(line);
    }
    return new PricedItems(cartId, lines, total);
  }

  /** Refuses a quantity so small that rounding would make it free. */
  private static OrderedLine line(Offer offer, Quantity quantity) {
    Money price = offer.unitPrice().times(quantity, ROUNDING);
    if (price.isZero() && !quantity.isZero() && !offer.unitPrice().isZero()) {
      throw new InvalidValue(
          "items.quantity",
          "of " + offer.sku() + " is too small to have a price; order more of it");
    }
    return new OrderedLine(
        offer.id(), offer.sku(), offer.name(), quantity, offer.unitPrice(), price, offer.vendor());
  }
}
