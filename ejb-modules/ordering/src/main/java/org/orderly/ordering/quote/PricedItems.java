package org.orderly.ordering.quote;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.catalog.Offer;
import org.orderly.kernel.Adjustment;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.Money;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.ProductQuantity;
import org.orderly.kernel.Quantity;

/**
 * Priced items with their adjustments, ready to be ordered; also the content of an order.
 *
 * @param cartId the cart they come from; {@code null} for a list of items
 * @param lines one per product, in the order of the request
 * @param adjustments of the whole order
 * @param total what the goods of all lines cost, with the shipping and the fees of the order
 */
public record PricedItems(
    @Nullable UUID cartId, List<OrderLine> lines, List<Adjustment> adjustments, Money total) {

  /** The maximum number of items of an order, cart or shipment. */
  public static final int MAX_LINES = 500;

  /** The maximum number of adjustments of a whole order. */
  public static final int MAX_ADJUSTMENTS = 50;

  /** The maximum number of adjustments of a line. */
  public static final int MAX_LINE_ADJUSTMENTS = 20;

  /**
   * Rounds half up to the minor unit, once per line; an order's total is the sum of rounded lines
   * and of adjustments.
   */
  static final RoundingMode ROUNDING = RoundingMode.HALF_UP;

  public PricedItems {
    lines = List.copyOf(lines);
    adjustments = List.copyOf(adjustments);
  }

  /** Adds up the total of at least one line. */
  static PricedItems of(
      @Nullable UUID cartId, List<OrderLine> lines, List<Adjustment> adjustments) {
    Money goods = lines.stream().map(OrderLine::charged).reduce(Money::plus).orElseThrow();
    Money total =
        adjustments.stream()
            .filter(one -> !one.kind().isOfGoods())
            .map(Adjustment::amount)
            .reduce(goods, Money::plus);
    return new PricedItems(cartId, lines, adjustments, total);
  }

  /** The number of adjustments of the order and of its lines. */
  public int adjustmentCount() {
    return adjustments.size() + lines.stream().mapToInt(line -> line.adjustments().size()).sum();
  }

  /**
   * The same goods in smaller quantities; what remains costs what it cost before.
   *
   * @param kept how much of each product remains, of at least one; at most its quantity
   */
  public PricedItems reducedTo(Map<ProductId, Quantity> kept) {
    return ReducedPrices.of(this, kept);
  }

  public List<ProductQuantity> reservationLines() {
    return lines.stream()
        .map(line -> new ProductQuantity(line.productId(), line.quantity()))
        .toList();
  }

  /** Merges items of the same product into one with the sum of their quantities. */
  static List<ProductQuantity> merged(Collection<ProductQuantity> items) {
    Map<ProductId, ProductQuantity> byProduct = new LinkedHashMap<>();
    items.forEach(item -> byProduct.merge(item.productId(), item, ProductQuantity::plus));
    return List.copyOf(byProduct.values());
  }

  /**
   * Prices merged items, without adjustments.
   *
   * @throws NothingToOrder if there are none
   * @throws UnknownProducts if some are not on offer
   * @throws InvalidValue if a quantity has more decimals than its product allows
   * @throws org.orderly.kernel.CurrencyMismatch if prices are in different currencies
   */
  static PricedItems priced(
      @Nullable UUID cartId, List<ProductQuantity> items, Map<ProductId, Offer> offers) {
    if (items.isEmpty()) {
      throw new NothingToOrder();
    }
    List<ProductId> unknown =
        items.stream()
            .map(ProductQuantity::productId)
            .filter(id -> !offers.containsKey(id))
            .toList();
    if (!unknown.isEmpty()) {
      throw new UnknownProducts(unknown);
    }
    List<OrderLine> lines = new ArrayList<>(items.size());
    for (ProductQuantity item : items) {
      Offer offer = Objects.requireNonNull(offers.get(item.productId()));
      if (!item.quantity().fits(offer.quantityScale())) {
        throw new InvalidValue(
            "items.quantity",
            "of " + offer.sku() + " has more than " + offer.quantityScale() + " decimals");
      }
      lines.add(line(offer, item.quantity()));
    }
    return of(cartId, lines, List.of());
  }

  /** Refuses a quantity so small that rounding would make it free. */
  private static OrderLine line(Offer offer, Quantity quantity) {
    Money price = offer.unitPrice().times(quantity, ROUNDING);
    if (price.isZero() && !quantity.isZero() && !offer.unitPrice().isZero()) {
      throw new InvalidValue(
          "items.quantity",
          "of " + offer.sku() + " is too small to have a price; order more of it");
    }
    return new OrderLine(
        offer.id(), offer.sku(), offer.name(), quantity, offer.unitPrice(), price, offer.vendor());
  }
}
