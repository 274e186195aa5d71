package org.orderly.ordering.overview;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.orderly.identity.Users;
import org.orderly.identity.person.UserProfile;
import org.orderly.kernel.Limit;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.Page;
import org.orderly.kernel.UserId;
import org.orderly.ordering.OrderQueries;
import org.orderly.ordering.OrderSnapshot;
import org.orderly.ordering.OrderView;

/** Everybody's orders, for admins. */
@ApplicationScoped
public class AdminOrders {

  private final Users users;
  private final OrderPages pages;
  private final OrderQueries orders;

  @Inject
  AdminOrders(Users users, OrderPages pages, OrderQueries orders) {
    this.users = users;
    this.pages = pages;
    this.orders = orders;
  }

  /**
   * One order, with its buyer's e-mail address.
   *
   * @throws org.orderly.ordering.OrderNotFound if there is none
   */
  OrderView one(OrderId id) {
    return addressed(List.of(orders.one(id))).get(0);
  }

  /** Addresses of all accounts of a page are read at once. */
  private List<OrderView> addressed(List<OrderView> found) {
    List<UserId> accounts =
        found.stream().filter(one -> one.email() == null).map(OrderView::userId).toList();
    Map<UserId, String> known = users.emails(accounts);
    return found.stream()
        .map(one -> one.email() == null ? one.withEmail(known.get(one.userId())) : one)
        .toList();
  }

  private Page<OrderView> addressed(Page<OrderView> page) {
    return new Page<>(addressed(page.items()), page.nextCursor());
  }

  /**
   * A page, newest first. Whose account an e-mail address belongs to is asked before, since the
   * people are kept in another database. Call it without a transaction.
   *
   * @throws org.orderly.kernel.InvalidValue if the cursor is not from such a list
   */
  public Page<OrderView> page(OrderFilter filter, Limit limit, String cursor) {
    if (filter.email() == null) {
      return addressed(
          pages.page(new OrderSearchQueries(filter), limit, cursor, OrderSnapshot::view));
    }
    Optional<UserId> account = users.withEmail(filter.email()).map(UserProfile::id);
    OrderSearchQueries search = new OrderSearchQueries(filter).ofEmail(filter.email(), account);
    return addressed(pages.page(search, limit, cursor, OrderSnapshot::view));
  }
}
