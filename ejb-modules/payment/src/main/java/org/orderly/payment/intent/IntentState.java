package org.orderly.payment.intent;

import java.util.Set;

/** How far the reservation on a card has come. */
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
  RELEASED;

  Set<IntentState> successors() {
    return switch (this) {
      case ASKED -> Set.of(HELD, STEP, DECLINED, RELEASING);
      case HELD, STEP -> Set.of(PLACED, RELEASING);
      case RELEASING -> Set.of(RELEASED);
      case DECLINED, PLACED, RELEASED -> Set.of();
    };
  }
}
