package org.orderly.ordering;

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

/**
 * Items with their prices, ready to be ordered.
 *
 * @param cartId the cart they come from; {@code null} if they were named one by one
 * @param lines one per product, in the order in which the buyer named them
 */
record Basket(UUID cartId, List<OrderLine> lines, Money total) {

  List<ReservationLine> reservationLines() {
    return lines.stream().map(OrderLine::reservation).toList();
  }

  /** One item per product: what is named twice is wanted in sum. */
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
   * @throws InvalidValue if a quantity is finer than its product is sold
   * @throws org.orderly.kernel.CurrencyMismatch if prices are in different currencies
   */
  static Basket priced(UUID cartId, List<OrderItem> items, Map<ProductId, Offer> offers) {
    if (items.isEmpty()) {
      throw new NothingToOrder();
    }
    List<ProductId> unknown =
        items.stream().map(OrderItem::productId).filter(id -> !offers.containsKey(id)).toList();
    if (!unknown.isEmpty()) {
      throw new UnknownProducts(unknown);
    }
    List<OrderLine> lines = new ArrayList<>(items.size());
    Money total = Money.zero(offers.get(items.get(0).productId()).unitPrice().currency());
    for (OrderItem item : items) {
      Offer offer = offers.get(item.productId());
      if (!item.quantity().fits(offer.quantityScale())) {
        throw new InvalidValue(
            "items.quantity",
            "of " + offer.sku() + " has more than " + offer.quantityScale() + " decimals");
      }
      total = total.plus(offer.unitPrice().times(item.quantity(), OrderLine.ROUNDING));
      lines.add(OrderLine.of(offer, item.quantity()));
    }
    return new Basket(cartId, lines, total);
  }
}
