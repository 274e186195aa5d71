package org.orderly.ordering.returns;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.Limit;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.Page;
import org.orderly.ordering.OrderNotFound;
import org.orderly.ordering.access.OrderAccess;
import org.orderly.ordering.access.OrderActor;
import org.orderly.ordering.access.Permission;
import org.orderly.ordering.access.VisibleLines;
import org.orderly.ordering.fulfilment.IdCursor;

/** Shows returns: to the shop and the buyer all of them, to vendors their own lines. */
@ApplicationScoped
public class ReturnQueries {

  private final ReturnRepository rows;
  private final OrderAccess access;

  @Inject
  ReturnQueries(ReturnRepository rows, OrderAccess access) {
    this.rows = rows;
    this.access = access;
  }

  /**
   * The returns of an order, oldest first.
   *
   * @throws OrderNotFound if the party may see nothing of the order
   */
  public Page<ReturnView> ofOrder(
      OrderId order, Limit limit, String cursor, OrderActor orderActor) {
    VisibleLines lines = access.require(orderActor, order, Permission.TRACK).lines();
    UUID after = IdCursor.ascending(cursor).value();
    List<Return> found = rows.ofOrder(order, lines, after, limit.withLookahead());
    return IdCursor.page(found, limit, Return::id, back -> back.view(lines));
  }

  /**
   * @throws ReturnNotFound also for one that the party may not see
   */
  public ReturnView one(UUID id, OrderActor orderActor) {
    Return back = rows.find(id).orElseThrow(() -> new ReturnNotFound(id));
    VisibleLines lines =
        access
            .find(orderActor, back.orderId(), Permission.TRACK)
            .orElseThrow(() -> new ReturnNotFound(id))
            .lines();
    back.requireVisible(lines);
    return back.view(lines);
  }

  /**
   * The returns of all orders with lines that the actor handles; newest first.
   *
   * @param status {@code null} for every one
   */
  public Page<ReturnView> all(
      @Nullable ReturnStatus status, Limit limit, String cursor, OrderActor orderActor) {
    Optional<VisibleLines> handled = OrderAccess.handledLines(orderActor);
    if (handled.isEmpty()) {
      return new Page<>(List.of(), null);
    }
    VisibleLines lines = handled.get();
    UUID before = IdCursor.descending(cursor).value();
    List<Return> found = rows.all(status, lines, before, limit.withLookahead());
    return IdCursor.page(found, limit, Return::id, back -> back.view(lines));
  }
}
