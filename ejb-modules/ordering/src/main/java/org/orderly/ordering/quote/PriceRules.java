package org.orderly.ordering.quote;

import java.util.List;
import java.util.Map;
import org.orderly.kernel.Adjustment;
import org.orderly.kernel.ProductId;

/**
 * The rules of the shop that change prices: promotions, taxes, shipping and fees.
 *
 * <p>A quote, a checkout and an edit ask once for all items, outside of their transactions. The
 * same items must get the same adjustments, or the total changes under the buyer's eyes.
 */
public interface PriceRules {

  /** The adjustments of items at their unit prices. */
  Adjustments of(PricedItems items);

  /**
   * The adjustments of an order.
   *
   * @param ofLines by product; only products that are among the items
   * @param ofOrder those that belong to no line
   */
  record Adjustments(Map<ProductId, List<Adjustment>> ofLines, List<Adjustment> ofOrder) {

    /** No adjustment. */
    public static final Adjustments NONE = new Adjustments(Map.of(), List.of());

    public Adjustments {
      ofLines = Map.copyOf(ofLines);
      ofOrder = List.copyOf(ofOrder);
    }

    List<Adjustment> ofLine(ProductId product) {
      return ofLines.getOrDefault(product, List.of());
    }

    boolean isEmpty() {
      return ofOrder.isEmpty() && ofLines.values().stream().allMatch(List::isEmpty);
    }
  }
}
