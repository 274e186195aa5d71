package org.orderly.server.sandbox;

/** A buyer's bank takes a payment back; the shop may yet win it. */
record Dispute(
    String id, String payment, String currency, long amount, String reason, State state, long at)
    implements Kept {

  enum State {
    OPEN,
    WON,
    LOST
  }

  Dispute closed(boolean won) {
    State next = won ? State.WON : State.LOST;
    return new Dispute(id, payment, currency, amount, reason, next, at);
  }
}
