package org.orderly.ordering;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.orderly.kernel.Adjustment;
import org.orderly.kernel.Money;
import org.orderly.ordering.quote.OrderedLine;
import org.orderly.ordering.quote.PricedItems;

/** Builds the content of an order from its rows. */
final class StoredItems {

  private StoredItems() {}

  static PricedItems of(
      UUID cartId,
      List<OrderLine> lines,
      List<OrderLineAdjustment> lineAdjustments,
      List<OrderAdjustment> adjustments,
      Money total) {
    Map<Integer, List<Adjustment>> ofLines = new HashMap<>();
    for (OrderLineAdjustment one : lineAdjustments) {
      ofLines.computeIfAbsent(one.line(), line -> new ArrayList<>()).add(one.in(total.currency()));
    }
    List<OrderedLine> ordered = new ArrayList<>(lines.size());
    for (OrderLine line : lines) {
      List<Adjustment> own = ofLines.getOrDefault(ordered.size(), List.of());
      ordered.add(line.ordered(own, total.currency()));
    }
    List<Adjustment> ofOrder = adjustments.stream().map(one -> one.in(total.currency())).toList();
    return new PricedItems(cartId, ordered, ofOrder, total);
  }
}
