package org.orderly.payment;

import org.orderly.kernel.Money;

/**
 * The amounts of one payment, all in one currency.
 *
 * @param owed what the order owes by it
 * @param authorized what is promised
 * @param captured what has come
 * @param refunded what went back of it
 * @param refunding what is reserved for refunds that a gateway has not answered yet
 */
record PaymentAmounts(
    Money owed, Money authorized, Money captured, Money refunded, Money refunding) {

  /** Nothing is promised yet. */
  static PaymentAmounts of(Money owed) {
    Money nothing = Money.zero(owed.currency());
    return new PaymentAmounts(owed, nothing, nothing, nothing, nothing);
  }

  PaymentAmounts withOwed(Money other) {
    return new PaymentAmounts(other, authorized, captured, refunded, refunding);
  }

  PaymentAmounts authorize() {
    return new PaymentAmounts(owed, owed, captured, refunded, refunding);
  }

  /** No more is captured than is authorized: what came unasked counts as authorized, too. */
  PaymentAmounts capture(Money came) {
    Money atLeast = authorized.compareTo(came) < 0 ? came : authorized;
    return new PaymentAmounts(owed, atLeast, came, refunded, refunding);
  }

  PaymentAmounts reserve(Money back) {
    return new PaymentAmounts(owed, authorized, captured, refunded, refunding.plus(back));
  }

  PaymentAmounts release(Money reserved) {
    return new PaymentAmounts(owed, authorized, captured, refunded, refunding.minus(reserved));
  }

  PaymentAmounts refund(Money reserved) {
    Money back = refunded.plus(reserved);
    return new PaymentAmounts(owed, authorized, captured, back, refunding.minus(reserved));
  }

  /** What came and did not go back. */
  Money kept() {
    return captured.minus(refunded);
  }

  /** What came, did not go back, and is not reserved for going back. */
  Money refundable() {
    return kept().minus(refunding);
  }
}
