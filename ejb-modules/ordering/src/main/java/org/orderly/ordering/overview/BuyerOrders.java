package org.orderly.ordering.overview;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.orderly.kernel.Limit;
import org.orderly.kernel.Page;
import org.orderly.kernel.UserId;
import org.orderly.ordering.OrderSnapshot;
import org.orderly.ordering.OrderView;

/** A buyer's own orders. */
@ApplicationScoped
public class BuyerOrders {

  private final OrderPages pages;

  @Inject
  BuyerOrders(OrderPages pages) {
    this.pages = pages;
  }

  /**
   * A page, newest first; one reading transaction.
   *
   * @throws org.orderly.kernel.InvalidValue if the cursor is not from such a list
   */
  public Page<OrderView> page(UserId buyer, OrderFilter filter, Limit limit, String cursor) {
    return pages.page(
        new OrderSearchQueries(filter).ofBuyer(buyer), limit, cursor, OrderSnapshot::view);
  }
}
