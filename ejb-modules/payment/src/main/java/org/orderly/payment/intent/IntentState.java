package org.orderly.payment.intent;

/**
 * How far the reservation on a card has come. Each change is one statement that names the state it
 * starts from, so that of two who change it at once one finds nothing to change.
 */
enum IntentState {
  /** The request is being sent; whether the gateway has received it is not known. */
  ASKED,
  /** The money is reserved. */
  HELD,
  /** The buyer, or the gateway, has something to do before it is. */
  STEP,
  DECLINED,
  /** An order was placed on it. */
  PLACED,
  /** No order can be placed on it any more; it is still to be voided at the gateway. */
  RELEASING,
  RELEASED
}
