package org.orderly.ordering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.orderly.identity.Users;
import org.orderly.identity.person.UserProfile;
import org.orderly.kernel.Limit;
import org.orderly.kernel.Page;
import org.orderly.kernel.UserId;

/** Everybody's orders, for admins. */
@ApplicationScoped
public class AdminOrders {

  private final Users users;
  private final OrderQueries orders;

  @Inject
  AdminOrders(Users users, OrderQueries orders) {
    this.users = users;
    this.orders = orders;
  }

  /**
   * A page, newest first. Whose account an e-mail address belongs to is asked before, since the
   * people are kept in another database. Call it without a transaction.
   *
   * @throws org.orderly.kernel.InvalidValue if the cursor is not from such a list
   */
  public Page<OrderView> page(OrderFilter filter, Limit limit, String cursor) {
    if (filter.email() == null) {
      return orders.all(filter, limit, cursor);
    }
    UserId account = users.withEmail(filter.email()).map(UserProfile::id).orElse(null);
    return orders.ofEmail(account, filter, limit, cursor);
  }
}
