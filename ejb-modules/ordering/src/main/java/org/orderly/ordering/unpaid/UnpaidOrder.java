package org.orderly.ordering.unpaid;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.Money;
import org.orderly.kernel.ProductId;
import org.orderly.kernel.UserId;
import org.orderly.ordering.quote.PricedItems;
import org.orderly.platform.request.RequestContext;

/**
 * An order that waits for its money, and reserves stock meanwhile.
 *
 * @param site whom its network address stands for; {@code null} for the shop itself
 */
public record UnpaidOrder(UserId buyer, PricedItems items, @Nullable String site) {

  /** An order of a request. */
  public UnpaidOrder(UserId buyer, PricedItems items, RequestContext context) {
    this(buyer, items, context.site().isEmpty() ? null : context.site());
  }

  Money total() {
    return items.total();
  }

  public Optional<String> address() {
    return Optional.ofNullable(site);
  }

  static List<UserId> buyers(List<UnpaidOrder> orders) {
    return orders.stream().map(UnpaidOrder::buyer).distinct().toList();
  }

  static List<String> addresses(List<UnpaidOrder> orders) {
    return orders.stream().map(UnpaidOrder::address).flatMap(Optional::stream).distinct().toList();
  }

  Stream<ProductId> products() {
    return items.lines().stream().map(line -> line.productId());
  }
}
