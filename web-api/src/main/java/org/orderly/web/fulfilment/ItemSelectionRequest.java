package org.orderly.web.fulfilment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.orderly.kernel.ProductQuantity;
import org.orderly.ordering.quote.PricedItems;
import org.orderly.web.orders.OrderItemRequest;

/**
 * Which goods a request is about, and how much of them.
 *
 * @param items {@code null} for all that the caller may handle
 */
record ItemSelectionRequest(
    @Size(min = 1, max = PricedItems.MAX_LINES) List<@NotNull @Valid OrderItemRequest> items) {

  /** A request without a body names nothing. */
  static List<ProductQuantity> of(ItemSelectionRequest body) {
    return body == null ? null : OrderItemRequest.all(body.items());
  }
}
