package org.orderly.ordering;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.orderly.inventory.LockedStock;
import org.orderly.kernel.DomainException;
import org.orderly.ordering.unpaid.UnpaidCounts;
import org.orderly.ordering.unpaid.UnpaidOrder;
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
  private final List<OrderRepository.Placed> accepted = new ArrayList<>();
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

  /**
   * Accepts or refuses a checkout.
   *
   * @param number of the order, if it is accepted
   */
  GroupResult<IdempotentResult<OrderView>> decide(PendingCheckout checkout, String number) {
    try {
      Optional<OrderView> earlier = claims.earlier(checkout.request());
      if (earlier.isPresent()) {
        return GroupResult.of(new IdempotentResult<>(earlier.get(), true));
      }
      require(checkout);
      return GroupResult.of(
          new IdempotentResult<>(accept(checkout, checkout.order(number, now)), false));
    } catch (DomainException refusal) {
      return GroupResult.failed(refusal);
    }
  }

  /** If stock and money are both short, reports the shortage: a deposit would not help. */
  private void require(PendingCheckout checkout) {
    carts.require(checkout.pricedItems().cartId());
    stock.requireAvailable(checkout.pricedItems().reservationLines());
    funds.require(checkout.charge());
    checkout.unpaid().ifPresent(order -> unpaid.accept(order, stock::onHand));
  }

  private OrderView accept(PendingCheckout checkout, Order order) {
    ChargeResult charge = funds.charge(checkout.charge());
    stock.reserve(order.id(), order.reservationLines());
    carts.take(order.cartId());
    order.place(charge, now);
    accepted.add(
        new OrderRepository.Placed(
            order, checkout.context().actor(), checkout.unpaid().flatMap(UnpaidOrder::address)));
    OrderView view = order.view().withNextAction(charge.nextAction());
    claims.answer(checkout.request(), view);
    kept.add(new IdempotencyKeys.Kept(checkout.request(), view));
    return view;
  }

  List<OrderRepository.Placed> accepted() {
    return accepted;
  }

  /** The answers to the accepted requests, for those who send them again. */
  List<IdempotencyKeys.Kept> kept() {
    return kept;
  }
}
