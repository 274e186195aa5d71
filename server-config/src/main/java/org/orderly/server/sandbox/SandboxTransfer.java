package org.orderly.server.sandbox;

/**
 * A transfer: money that the gateway was asked to move, or moved by itself.
 *
 * @param key what the shop named the call with; {@code null} if nobody asked
 * @param payment the payment that it belongs to; {@code null} for a payout
 * @param to whom a payout is for; {@code null} otherwise
 * @param fee what the gateway keeps, in minor units as the amount
 * @param reason why it was refused; {@code null} otherwise
 * @param at when it was settled, or asked for while it is not
 */
record SandboxTransfer(
    String id,
    Kind kind,
    String key,
    String payment,
    String to,
    String currency,
    long amount,
    long fee,
    State state,
    String reason,
    long at)
    implements JournalRecord {

  enum Kind {
    CAPTURE,
    CANCEL,
    REFUND,
    PAYOUT,
    DISPUTE,
    DISPUTE_WON
  }

  enum State {
    COMPLETED,
    PENDING,
    REFUSED
  }

  /** A movement of a payment's, at this moment. */
  static SandboxTransfer of(
      Kind kind,
      String key,
      SandboxPayment payment,
      long amount,
      long fee,
      State state,
      String why) {
    return new SandboxTransfer(
        Ids.next("mov"),
        kind,
        key,
        payment.id(),
        null,
        payment.currency(),
        amount,
        fee,
        state,
        why,
        System.currentTimeMillis());
  }

  SandboxTransfer settled(boolean well, long now) {
    State next = well ? State.COMPLETED : State.REFUSED;
    String why = well ? null : "returned-by-bank";
    return new SandboxTransfer(id, kind, key, payment, to, currency, amount, fee, next, why, now);
  }

  /** The same, done at another time. */
  SandboxTransfer since(long then) {
    return new SandboxTransfer(
        id, kind, key, payment, to, currency, amount, fee, state, reason, then);
  }

  /** Whether money really went somewhere. */
  boolean moved() {
    return state == State.COMPLETED && kind != Kind.CANCEL;
  }
}
