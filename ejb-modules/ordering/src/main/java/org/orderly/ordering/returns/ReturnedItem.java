package org.orderly.ordering.returns;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.orderly.inventory.ReservationLine;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.Quantity;

/** How much of a product an event about a return speaks of. */
public record ReturnedItem(ProductId productId, String sku, String name, Quantity quantity) {

  static List<ReturnedItem> of(Return back, List<ReservationLine> handled) {
    Map<ProductId, ReturnLine> lines =
        back.lines().stream().collect(Collectors.toMap(ReturnLine::productId, Function.identity()));
    return handled.stream()
        .map(
            one -> {
              ReturnLine line = lines.get(one.productId());
              return new ReturnedItem(line.productId(), line.sku(), line.name(), one.quantity());
            })
        .toList();
  }

  static List<ReturnedItem> all(Return back) {
    return back.lines().stream()
        .map(line -> new ReturnedItem(line.productId(), line.sku(), line.name(), line.quantity()))
        .toList();
  }
}
