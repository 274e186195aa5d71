package org.orderly.server.sandbox;

/**
 * A request for money on a card and what became of it.
 *
 * <p>ACTION_REQUIRED → AUTHORIZED or CAPTURED or DECLINED or VOIDED; AUTHORIZED → CAPTURED or
 * VOIDED. Amounts are minor units.
 *
 * @param key what the shop named it with
 * @param asked what was asked for; {@code authorized} is zero until it is reserved
 * @param refunded what was given back or is on its way back
 * @param stepSecret opens the page of the buyer's step; {@code null} if there is none
 */
record SandboxPayment(
    String id,
    String key,
    String token,
    String currency,
    long asked,
    boolean captureNow,
    String returnTo,
    State state,
    long authorized,
    long captured,
    long refunded,
    long fee,
    String declineCode,
    String stepSecret,
    long at)
    implements JournalRecord {

  enum State {
    ACTION_REQUIRED,
    AUTHORIZED,
    CAPTURED,
    VOIDED,
    DECLINED
  }

  SandboxPayment reserved() {
    return with(State.AUTHORIZED, asked, captured, refunded, fee, null);
  }

  SandboxPayment captured(long amount, long kept) {
    return with(State.CAPTURED, authorized, amount, refunded, kept, null);
  }

  SandboxPayment voided() {
    return with(State.VOIDED, authorized, captured, refunded, fee, null);
  }

  SandboxPayment declined(String code) {
    return with(State.DECLINED, authorized, captured, refunded, fee, code);
  }

  /** With more given back, or less if a refund came to nothing. */
  SandboxPayment refundedBy(long more) {
    return with(state, authorized, captured, refunded + more, fee, declineCode);
  }

  private SandboxPayment with(
      State next, long held, long taken, long back, long kept, String code) {
    return new SandboxPayment(
        id,
        key,
        token,
        currency,
        asked,
        captureNow,
        returnTo,
        next,
        held,
        taken,
        back,
        kept,
        code,
        stepSecret,
        at);
  }
}
