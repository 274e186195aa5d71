package org.orderly.ordering;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.orderly.inventory.LockedStock;
import org.orderly.kernel.DomainException;
import org.orderly.payment.ChargeResult;
import org.orderly.payment.LockedFunds;
import org.orderly.platform.group.GroupResult;
import org.orderly.platform.idempotency.GroupClaim;
import org.orderly.platform.idempotency.IdempotencyKeys;
import org.orderly.platform.idempotency.IdempotentResult;

/**
 * Decides in memory, over locked rows, which checkouts of a group are accepted: each as if those
 * before it had committed already. A refused one changes nothing.
 */
final class CheckoutDecider {

  private final GroupClaim<OrderView> claims;
  private final CartClaims carts;
  private final LockedFunds funds;
  private final UnpaidCounts unpaid;
  private final LockedStock stock;
  private final Instant now;
  private final List<NewOrder> accepted = new ArrayList<>();
  private final List<IdempotencyKeys.Kept> kept = new ArrayList<>();

  CheckoutDecider(
      GroupClaim<OrderView> claims,
      CartClaims carts,
      LockedFunds funds,
      UnpaidCounts unpaid,
      LockedStock stock,
      Instant now) {
    this.claims = claims;
    this.carts = carts;
    this.funds = funds;
    this.unpaid = unpaid;
    this.stock = stock;
    this.now = now;
  }

  GroupResult<IdempotentResult<OrderView>> decide(CheckoutCandidate candidate) {
    try {
      Optional<OrderView> earlier = claims.earlier(candidate.command().request());
      if (earlier.isPresent()) {
        return GroupResult.of(new IdempotentResult<>(earlier.get(), true));
      }
      require(candidate);
      return GroupResult.of(new IdempotentResult<>(accept(candidate), false));
    } catch (DomainException refusal) {
      return GroupResult.failed(refusal);
    }
  }

  /** If stock and money are both short, reports the shortage: a deposit would not help. */
  private void require(CheckoutCandidate candidate) {
    Order order = candidate.order();
    carts.require(order.cartId());
    stock.requireAvailable(order.reservationLines());
    funds.require(candidate.charge());
    if (candidate.isUnpaid()) {
      unpaid.accept(order, candidate.site(), stock::onHand);
    }
  }

  private OrderView accept(CheckoutCandidate candidate) {
    Order order = candidate.order();
    ChargeResult charge = funds.charge(candidate.charge());
    stock.reserve(order.id(), order.reservationLines());
    carts.take(order.cartId());
    accepted.add(
        new NewOrder(order, steps(order, charge), candidate.context().actor(), candidate.site()));
    OrderView view = order.view().withNextAction(charge.nextAction());
    claims.answer(candidate.command().request(), view);
    kept.add(new IdempotencyKeys.Kept(candidate.command().request(), view));
    return view;
  }

  /** An order that is paid or authorized is confirmed at once; any other waits for its money. */
  private List<OrderStep> steps(Order order, ChargeResult charge) {
    List<OrderStep> steps = new ArrayList<>();
    steps.add(new OrderStep(null, OrderStatus.PLACED, null, OrderPlaced.of(order, now)));
    if (charge.paid()) {
      order.become(OrderStatus.CONFIRMED);
      OrderConfirmed confirmed = OrderConfirmed.of(order, now);
      steps.add(new OrderStep(OrderStatus.PLACED, OrderStatus.CONFIRMED, null, confirmed));
    } else {
      order.expireAt(charge.expiresAt());
    }
    return steps;
  }

  List<NewOrder> accepted() {
    return accepted;
  }

  /** The answers to the accepted requests, for those who send them again. */
  List<IdempotencyKeys.Kept> kept() {
    return kept;
  }
}
