package org.orderly.ordering.returns;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.orderly.kernel.Limit;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.Page;
import org.orderly.kernel.UserId;
import org.orderly.ordering.OrderNotFound;
import org.orderly.ordering.fulfilment.IdCursor;
import org.orderly.ordering.fulfilment.OrderAccess;
import org.orderly.ordering.fulfilment.OrderActor;

/** Shows returns: to the shop and the buyer all of them, to vendors their own lines. */
@ApplicationScoped
public class ReturnQueries {

  private final ReturnRepository rows;
  private final OrderAccess sight;

  @Inject
  ReturnQueries(ReturnRepository rows, OrderAccess sight) {
    this.rows = rows;
    this.sight = sight;
  }

  /**
   * The returns of an order, oldest first.
   *
   * @throws OrderNotFound if the party may see nothing of the order
   */
  public Page<ReturnView> ofOrder(
      OrderId order, Limit limit, String cursor, OrderActor orderActor) {
    UserId vendor = sight.vendorIn(order, orderActor);
    UUID after = IdCursor.ascending(cursor).value();
    List<Return> found = rows.ofOrder(order, vendor, after, limit.withLookahead());
    return IdCursor.page(found, limit, Return::id, back -> back.view(vendor));
  }

  /**
   * @throws ReturnNotFound also for one that the party may not see
   */
  public ReturnView one(UUID id, OrderActor orderActor) {
    Return back = rows.find(id).orElseThrow(() -> new ReturnNotFound(id));
    UserId vendor;
    try {
      vendor = sight.vendorIn(back.orderId(), orderActor);
    } catch (OrderNotFound e) {
      throw new ReturnNotFound(id);
    }
    if (vendor != null) {
      back.requireSeenBy(orderActor);
    }
    return back.view(vendor);
  }

  /**
   * All returns, or those with lines of a vendor; newest first.
   *
   * @param status {@code null} for every one
   */
  public Page<ReturnView> all(
      ReturnStatus status, Limit limit, String cursor, OrderActor orderActor) {
    UserId vendor = orderActor.forTheShop() ? null : orderActor.id();
    UUID before = IdCursor.descending(cursor).value();
    List<Return> found = rows.all(status, vendor, before, limit.withLookahead());
    return IdCursor.page(found, limit, Return::id, back -> back.view(vendor));
  }
}
