package org.orderly.ordering.quote;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.cart.Carts;
import org.orderly.catalog.CatalogQueries;
import org.orderly.inventory.Stock;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.Money;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.ProductQuantity;
import org.orderly.kernel.Quantity;
import org.orderly.kernel.UserId;

/** Prices items as the checkout does; only reads. */
@ApplicationScoped
public class Quotes {

  private final Carts carts;
  private final CatalogQueries catalogQueries;
  private final PriceRules rules;
  private final Stock stock;

  @Inject
  Quotes(Carts carts, CatalogQueries catalogQueries, PriceRules rules, Stock stock) {
    this.carts = carts;
    this.catalogQueries = catalogQueries;
    this.rules = rules;
    this.stock = stock;
  }

  /**
   * @throws NothingToOrder if there are no items
   * @throws UnknownProducts if items are not on offer
   */
  public Quote ofItems(List<ProductQuantity> items) {
    if (items.size() > PricedItems.MAX_LINES) {
      throw new InvalidValue("items", "are more than " + PricedItems.MAX_LINES);
    }
    return of(price(null, items));
  }

  /**
   * @throws NothingToOrder if the cart is empty
   * @throws org.orderly.cart.CartUnavailable if carts cannot be read now
   */
  public Quote ofCart(UserId buyer) {
    return ofItems(carts.of(buyer).lines());
  }

  /** Prices the items at the catalogue's current prices and by the shop's rules. */
  public PricedItems price(@Nullable UUID cartId, List<ProductQuantity> items) {
    List<ProductQuantity> merged = PricedItems.merged(items);
    return adjust(
        PricedItems.priced(
            cartId,
            merged,
            catalogQueries.offers(merged.stream().map(ProductQuantity::productId).toList())));
  }

  /**
   * Adjusts items that were priced by the catalogue alone.
   *
   * @throws InvalidAdjustments if the shop's rules give no price that can be charged
   */
  public PricedItems adjust(PricedItems items) {
    return AdjustedPrices.of(items, rules.of(items));
  }

  /**
   * @param expected {@code null} to accept any price
   * @throws TotalChanged if the total differs
   */
  public void requireExpected(PricedItems pricedItems, @Nullable Money expected) {
    if (expected != null && !expected.equals(pricedItems.total())) {
      throw new TotalChanged(of(pricedItems));
    }
  }

  Quote of(PricedItems pricedItems) {
    List<OrderLine> lines = pricedItems.lines();
    Map<ProductId, Quantity> inStock =
        stock.available(lines.stream().map(OrderLine::productId).toList());
    List<Quote.Line> quoted =
        lines.stream()
            .map(line -> Quote.Line.of(line, inStock.getOrDefault(line.productId(), Quantity.ZERO)))
            .toList();
    return new Quote(
        quoted,
        pricedItems.adjustments(),
        pricedItems.total(),
        quoted.stream().allMatch(Quote.Line::available));
  }
}
