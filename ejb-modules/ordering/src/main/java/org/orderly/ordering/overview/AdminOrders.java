package org.orderly.ordering.overview;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.orderly.identity.Users;
import org.orderly.identity.person.UserProfile;
import org.orderly.kernel.Limit;
import org.orderly.kernel.Page;
import org.orderly.kernel.UserId;
import org.orderly.ordering.KeptOrder;
import org.orderly.ordering.OrderView;

/** Everybody's orders, for admins. */
@ApplicationScoped
public class AdminOrders {

  private final Users users;
  private final OrderPages pages;

  @Inject
  AdminOrders(Users users, OrderPages pages) {
    this.users = users;
    this.pages = pages;
  }

  /**
   * A page, newest first. Whose account an e-mail address belongs to is asked before, since the
   * people are kept in another database. Call it without a transaction.
   *
   * @throws org.orderly.kernel.InvalidValue if the cursor is not from such a list
   */
  public Page<OrderView> page(OrderFilter filter, Limit limit, String cursor) {
    if (filter.email() == null) {
      return pages.page(new OrderSearch(filter), limit, cursor, KeptOrder::view);
    }
    UserId account = users.withEmail(filter.email()).map(UserProfile::id).orElse(null);
    OrderSearch search = new OrderSearch(filter).ofEmail(filter.email(), account);
    return pages.page(search, limit, cursor, KeptOrder::view);
  }
}
