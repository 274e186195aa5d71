package org.orderly.web.fulfilment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.orderly.ordering.quote.Basket;
import org.orderly.ordering.quote.OrderItem;
import org.orderly.web.orders.OrderedItem;

/**
 * Which goods a request is about, and how much of them.
 *
 * @param items {@code null} for all that the caller may handle
 */
record SomeItems(@Size(min = 1, max = Basket.MAX_LINES) List<@NotNull @Valid OrderedItem> items) {

  /** A request without a body names nothing. */
  static List<OrderItem> of(SomeItems body) {
    return body == null ? null : OrderedItem.all(body.items());
  }
}
