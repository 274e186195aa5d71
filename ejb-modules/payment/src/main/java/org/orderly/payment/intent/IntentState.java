package org.orderly.payment.intent;

/**
 * How far the reservation on a card has come. Each change is one statement that names the state it
 * starts from, so that of two who change it at once one finds nothing to change.
 */
enum IntentState {
  /** The gateway is being asked; whether it has heard of it is not known. */
  ASKED,
  /** The money is reserved. */
  HELD,
  /** The buyer, or the gateway, has something to do before it is. */
  STEP,
  DECLINED,
  /** An order was placed on it. */
  PLACED,
  /** No order can be placed on it any more; the gateway is still to be told. */
  RELEASING,
  RELEASED
}
