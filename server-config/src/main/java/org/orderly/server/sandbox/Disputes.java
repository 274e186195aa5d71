package org.orderly.server.sandbox;

import java.util.List;

/** Buyers' banks that take payments back, and what comes of it. */
final class Disputes {
  private static final String REASON = "fraudulent";

  private final Books books;
  private final Telling telling;
  private final Changes changes;

  Disputes(Books books, Telling telling, Changes changes) {
    this.books = books;
    this.telling = telling;
    this.changes = changes;
  }

  /** The money leaves the shop at once. */
  Dispute open(String paymentId, long amount) {
    synchronized (books) {
      Payment payment = payment(paymentId);
      boolean open =
          books.disputeOf(paymentId).filter(one -> one.state() == Dispute.State.OPEN).isPresent();
      if (open || amount > payment.captured() - payment.refunded()) {
        throw new Refusal(422, open ? "disputed already" : "more than was captured");
      }
      Dispute dispute =
          new Dispute(
              Ids.next("dsp"),
              paymentId,
              payment.currency(),
              amount,
              REASON,
              Dispute.State.OPEN,
              System.currentTimeMillis());
      changes.make(
          telling.of("DISPUTE_OPENED", payment, amount, dispute.id(), null),
          dispute,
          Move.of(Move.Kind.DISPUTE, null, payment, amount, 0, Move.State.COMPLETED, REASON));
      return dispute;
    }
  }

  /** The money comes back if the shop wins, and stays away if it loses. */
  Dispute close(String id, boolean won) {
    synchronized (books) {
      Dispute dispute = books.dispute(id).orElseThrow(() -> new Refusal(404, "no such dispute"));
      if (dispute.state() != Dispute.State.OPEN) {
        return dispute;
      }
      Dispute closed = dispute.closed(won);
      Payment payment = payment(dispute.payment());
      long amount = dispute.amount();
      List<Event> told =
          telling.of(won ? "DISPUTE_WON" : "DISPUTE_LOST", payment, amount, id, null);
      if (won) {
        Move.State done = Move.State.COMPLETED;
        changes.make(
            told, closed, Move.of(Move.Kind.DISPUTE_WON, null, payment, amount, 0, done, null));
      } else {
        changes.make(told, closed);
      }
      return closed;
    }
  }

  private Payment payment(String id) {
    return books.payment(id).orElseThrow(() -> new Refusal(404, "no such payment"));
  }
}
