package org.orderly.ordering.quote;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.orderly.catalog.Offer;
import org.orderly.kernel.Money;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.ProductQuantity;
import org.orderly.kernel.Quantity;

/** What is on offer in these tests. */
public final class PricedProducts {

  private PricedProducts() {}

  public static Offer offer(String sku, String price, String currency, int scale) {
    return new Offer(ProductId.newId(), sku, "The " + sku, Money.of(price, currency), scale, null);
  }

  public static ProductQuantity item(Offer offer, String quantity) {
    return new ProductQuantity(offer.id(), Quantity.of(quantity));
  }

  public static PricedItems priced(List<ProductQuantity> items, Offer... offers) {
    Map<ProductId, Offer> byId =
        Arrays.stream(offers).collect(Collectors.toMap(Offer::id, Function.identity()));
    return PricedItems.priced(null, items, byId);
  }
}
