package org.orderly.ordering;

import java.util.LinkedHashSet;
import java.util.Set;
import org.orderly.ordering.payment.PreparedPayment;
import org.orderly.ordering.quote.PricedItems;
import org.orderly.platform.group.GroupCommit;
import org.orderly.platform.idempotency.IdempotencyKey;
import org.orderly.platform.request.RequestContext;

/**
 * A checkout that waits for its transaction: priced, its payment prepared, nothing written.
 *
 * @param context of the buyer's request, since another request may commit it
 */
record PendingCheckout(
    PlaceOrder command, PricedItems pricedItems, PreparedPayment payment, RequestContext context) {

  /** A buyer's share of a group is bounded; requests with one key, or for one cart, take turns. */
  static final class Traits implements GroupCommit.Traits<PendingCheckout> {

    @Override
    public Object owner(PendingCheckout entry) {
      return entry.command().buyer();
    }

    @Override
    public int weight(PendingCheckout entry) {
      return entry.pricedItems().lines().size();
    }

    @Override
    public Set<?> exclusive(PendingCheckout entry) {
      Set<Object> exclusive = new LinkedHashSet<>();
      IdempotencyKey key = entry.command().request();
      if (key.isPresent()) {
        exclusive.add(key.name());
      }
      if (entry.pricedItems().cartId() != null) {
        exclusive.add(entry.pricedItems().cartId());
      }
      return exclusive;
    }
  }
}
