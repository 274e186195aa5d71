package org.orderly.ordering.selection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.InvalidValue;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.ProductQuantity;
import org.orderly.kernel.Quantity;
import org.orderly.ordering.access.VisibleLines;
import org.orderly.ordering.quote.PricedItems;

/** Selects lines that an actor handles, if they are the actor's and enough remains. */
public final class LineSelection {

  private final Map<ProductId, RemainingLine> lines = new LinkedHashMap<>();
  private final VisibleLines handled;

  /**
   * @param lines each product at most once
   */
  public LineSelection(List<RemainingLine> lines, VisibleLines handled) {
    lines.forEach(line -> this.lines.put(line.productId(), line));
    this.handled = handled;
  }

  /**
   * What is wanted, each product once, in the order of the requests, else of the lines.
   *
   * @param wanted {@code null} for all that is open and the party's to handle
   * @throws NothingRemaining if that is nothing
   * @throws ProductNotInOrder if a product is not in the lines at all
   * @throws NotYourLine if a line is somebody else's
   * @throws QuantityExceedsRemaining if a quantity is above what is open
   */
  public List<ProductQuantity> of(@Nullable List<ProductQuantity> wanted) {
    Map<ProductId, Quantity> picked = new LinkedHashMap<>();
    if (wanted == null) {
      lines.values().stream()
          .filter(line -> handled.include(line.vendor()) && !line.open().isZero())
          .forEach(line -> picked.put(line.productId(), line.open()));
    } else {
      limited(wanted)
          .forEach(item -> picked.merge(item.productId(), item.quantity(), Quantity::plus));
      picked.forEach(this::require);
    }
    if (picked.isEmpty()) {
      throw new NothingRemaining();
    }
    return picked.entrySet().stream()
        .map(one -> new ProductQuantity(one.getKey(), one.getValue()))
        .toList();
  }

  private void require(ProductId product, Quantity wanted) {
    RemainingLine line = lines.get(product);
    if (line == null) {
      throw new ProductNotInOrder(product);
    }
    if (!handled.include(line.vendor())) {
      throw new NotYourLine(product);
    }
    if (wanted.compareTo(line.open()) > 0) {
      throw new QuantityExceedsRemaining(product, wanted, line.open());
    }
  }

  private static List<ProductQuantity> limited(List<ProductQuantity> wanted) {
    if (wanted.isEmpty() || wanted.size() > PricedItems.MAX_LINES) {
      throw new InvalidValue("items", "must be 1 to " + PricedItems.MAX_LINES);
    }
    return wanted;
  }
}
