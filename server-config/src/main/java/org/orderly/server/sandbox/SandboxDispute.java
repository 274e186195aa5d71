package org.orderly.server.sandbox;

/** A buyer's bank takes a payment back; the shop may yet win it. */
record SandboxDispute(
    String id, String payment, String currency, long amount, String reason, State state, long at)
    implements JournalRecord {

  enum State {
    OPEN,
    WON,
    LOST
  }

  SandboxDispute closed(boolean won) {
    State next = won ? State.WON : State.LOST;
    return new SandboxDispute(id, payment, currency, amount, reason, next, at);
  }
}
