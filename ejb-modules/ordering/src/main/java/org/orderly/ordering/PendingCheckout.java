package org.orderly.ordering;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.orderly.kernel.ProductId;
import org.orderly.ordering.quote.OrderLine;
import org.orderly.ordering.quote.PricedItems;
import org.orderly.ordering.unpaid.UnpaidOrder;
import org.orderly.payment.ChargeRequest;
import org.orderly.platform.group.GroupCommit;
import org.orderly.platform.idempotency.IdempotencyKey;
import org.orderly.platform.request.RequestContext;

/**
 * A checkout that waits for its transaction: priced, its payment prepared, nothing written.
 *
 * @param context of the buyer's request, since another request may commit it
 */
record PendingCheckout(
    PlaceOrder command, PricedItems pricedItems, ChargeRequest charge, RequestContext context) {

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
      IdempotencyKey key = entry.request();
      if (key.isPresent()) {
        exclusive.add(key.name());
      }
      if (entry.pricedItems().cartId() != null) {
        exclusive.add(entry.pricedItems().cartId());
      }
      return exclusive;
    }
  }

  IdempotencyKey request() {
    return command.request();
  }

  /** The order that it would place; another one for each run of its group. */
  Order order(String number, Instant now) {
    return new Order(charge.order(), number, command, pricedItems, now);
  }

  /** The order while it waits for its money; empty if it would be paid or authorized at once. */
  Optional<UnpaidOrder> unpaid() {
    return charge.plan().isSecured()
        ? Optional.empty()
        : Optional.of(new UnpaidOrder(command.buyer(), pricedItems, context));
  }

  Stream<ProductId> products() {
    return pricedItems.lines().stream().map(OrderLine::productId);
  }
}
