package org.orderly.web.cart;

import java.util.List;
import java.util.Map;
import org.orderly.cart.Cart;
import org.orderly.cart.CartLine;
import org.orderly.catalog.Offer;
import org.orderly.kernel.Money;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;

/**
 * A cart at today's prices.
 *
 * @param items the lines whose product is on sale
 * @param total {@code null} if there is nothing to add up, or a product has changed its currency
 */
public record PricedCart(List<Item> items, Money total) {

  /** One line at today's price, rounded as an order would be. */
  public record Item(
      ProductId productId,
      String sku,
      String name,
      Quantity quantity,
      Money unitPrice,
      Money lineTotal) {}

  static PricedCart of(Cart cart, Map<ProductId, Offer> offers) {
    List<Item> items =
        cart.lines().stream()
            .filter(line -> offers.containsKey(line.productId()))
            .map(line -> item(line, offers.get(line.productId())))
            .toList();
    boolean oneCurrency =
        items.stream().map(item -> item.unitPrice.currency()).distinct().count() == 1;
    Money total =
        oneCurrency ? items.stream().map(Item::lineTotal).reduce(Money::plus).orElseThrow() : null;
    return new PricedCart(items, total);
  }

  private static Item item(CartLine line, Offer offer) {
    return new Item(
        offer.id(),
        offer.sku(),
        offer.name(),
        line.quantity(),
        offer.unitPrice(),
        offer.priceOf(line.quantity()));
  }
}
