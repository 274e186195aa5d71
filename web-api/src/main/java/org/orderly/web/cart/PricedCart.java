package org.orderly.web.cart;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.orderly.cart.Cart;
import org.orderly.catalog.Offer;
import org.orderly.kernel.Adjustment;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.Money;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.ProductQuantity;
import org.orderly.kernel.Quantity;
import org.orderly.ordering.quote.InvalidAdjustments;
import org.orderly.ordering.quote.OrderLine;
import org.orderly.ordering.quote.PricedItems;

/**
 * A cart at today's prices. It can always be shown: a price that was raised, or a product that is
 * sold otherwise now, must not keep its owner from taking it out.
 *
 * @param items the lines whose product is on sale
 * @param adjustments of the whole cart; none if it has a problem
 * @param total {@code null} if there is nothing to add up, or the cart has a problem
 * @param problem why the cart cannot be ordered as it is: the problem of its first such line,
 *     {@link #CURRENCY_MISMATCH}, {@link #AMOUNT_TOO_LARGE} or the code of {@link
 *     InvalidAdjustments}; {@code null} if it can
 */
public record PricedCart(
    List<Item> items, List<Adjustment> adjustments, Money total, String problem) {

  static final String AMOUNT_TOO_LARGE = "amount-too-large";
  static final String CURRENCY_MISMATCH = "currency-mismatch";
  static final String FRACTION_NOT_SOLD = "fraction-not-sold";

  /**
   * One line at today's price, rounded as an order would be.
   *
   * @param lineTotal {@code null} if the line has a problem
   * @param adjustments of this line
   * @param problem why it cannot be ordered: {@link #AMOUNT_TOO_LARGE} or {@link
   *     #FRACTION_NOT_SOLD}; {@code null} if it can
   */
  public record Item(
      ProductId productId,
      String sku,
      String name,
      Quantity quantity,
      Money unitPrice,
      Money lineTotal,
      List<Adjustment> adjustments,
      String problem) {

    static Item of(ProductQuantity line, Offer offer) {
      Money total = null;
      String problem = null;
      if (!line.quantity().fits(offer.quantityScale())) {
        problem = FRACTION_NOT_SOLD;
      } else {
        try {
          total = offer.priceOf(line.quantity());
        } catch (InvalidValue e) {
          problem = AMOUNT_TOO_LARGE;
        }
      }
      return new Item(
          offer.id(),
          offer.sku(),
          offer.name(),
          line.quantity(),
          offer.unitPrice(),
          total,
          List.of(),
          problem);
    }

    private OrderLine ordered(Offer offer) {
      return new OrderLine(productId, sku, name, quantity, unitPrice, lineTotal, offer.vendor());
    }

    private static Item of(OrderLine line) {
      return new Item(
          line.productId(),
          line.sku(),
          line.name(),
          line.quantity(),
          line.unitPrice(),
          line.lineTotal(),
          line.adjustments(),
          null);
    }
  }

  static PricedCart of(Cart cart, Map<ProductId, Offer> offers) {
    List<Item> items =
        cart.lines().stream()
            .filter(line -> offers.containsKey(line.productId()))
            .map(line -> Item.of(line, offers.get(line.productId())))
            .toList();
    if (items.isEmpty()) {
      return new PricedCart(items, List.of(), null, null);
    }
    String problem = problem(items);
    return problem == null ? summed(items) : new PricedCart(items, List.of(), null, problem);
  }

  private static String problem(List<Item> items) {
    for (Item item : items) {
      if (item.problem != null) {
        return item.problem;
      }
    }
    long currencies = items.stream().map(item -> item.unitPrice.currency()).distinct().count();
    return currencies > 1 ? CURRENCY_MISMATCH : null;
  }

  private static PricedCart summed(List<Item> items) {
    try {
      Money total = items.stream().map(Item::lineTotal).reduce(Money::plus).orElseThrow();
      return new PricedCart(items, List.of(), total, null);
    } catch (InvalidValue e) {
      return new PricedCart(items, List.of(), null, AMOUNT_TOO_LARGE);
    }
  }

  /**
   * The same with the adjustments that an order of this cart would have; without any if it cannot
   * be ordered.
   *
   * @param rules adds the adjustments
   */
  PricedCart adjusted(UUID cartId, Map<ProductId, Offer> offers, UnaryOperator<PricedItems> rules) {
    if (total == null) {
      return this;
    }
    List<OrderLine> lines =
        items.stream().map(item -> item.ordered(offers.get(item.productId))).toList();
    PricedItems adjusted;
    try {
      adjusted = rules.apply(new PricedItems(cartId, lines, List.of(), total));
    } catch (InvalidAdjustments e) {
      return new PricedCart(items, List.of(), null, e.code());
    }
    return new PricedCart(
        adjusted.lines().stream().map(Item::of).toList(),
        adjusted.adjustments(),
        adjusted.total(),
        null);
  }

  /**
   * Whether the product's line can be priced, and the whole cart unless that failed before the line
   * was changed.
   *
   * @param before the cart as it was
   * @throws InvalidValue if not
   */
  void requirePriceable(ProductId changed, PricedCart before) {
    boolean tooLarge =
        items.stream()
            .anyMatch(
                item -> item.productId.equals(changed) && AMOUNT_TOO_LARGE.equals(item.problem));
    if (tooLarge) {
      throw new InvalidValue("quantity", "is too large: no order can cost that much");
    }
    if (AMOUNT_TOO_LARGE.equals(problem) && before.problem == null) {
      throw new InvalidValue("quantity", "is too large: no order can cost as much as this cart");
    }
  }
}
