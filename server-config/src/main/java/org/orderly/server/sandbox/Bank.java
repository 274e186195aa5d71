package org.orderly.server.sandbox;

import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Does what the shop asks for: each call once by its key, and the same answer again when it is
 * repeated.
 */
final class Bank {
  private static final long SETTLING_MILLIS = 1_000;

  private final Books books;
  private final Telling telling;
  private final Changes changes;
  private final Disputes disputes;
  private final ScheduledExecutorService later;

  Bank(
      Books books,
      Telling telling,
      Changes changes,
      Disputes disputes,
      ScheduledExecutorService later) {
    this.books = books;
    this.telling = telling;
    this.changes = changes;
    this.disputes = disputes;
    this.later = later;
    books.all(Move.class).stream()
        .filter(move -> move.state() == Move.State.PENDING)
        .forEach(move -> settleSoon(move, move.reason() == null));
  }

  Payment authorize(Order order, Fault fault) {
    synchronized (books) {
      Payment known = books.paymentByKey(order.key()).orElse(null);
      if (known != null) {
        order.requireSame(known);
        return known;
      }
      requireRoom();
      Payment asked = order.asked(fault == Fault.STEP);
      if (fault.refuses() || Token.read(order.token()).isEmpty()) {
        return decline(asked, fault.refuses() ? fault.code() : "unknown-token");
      }
      if (fault == Fault.STEP) {
        books.change(asked);
        return asked;
      }
      return reserve(asked);
    }
  }

  /** What the buyer chose on the gateway's page; later choices change nothing. */
  Payment step(String id, boolean agreed) {
    synchronized (books) {
      Payment payment = payment(id);
      if (payment.state() != Payment.State.ACTION_REQUIRED) {
        return payment;
      }
      return agreed ? reserve(payment) : decline(payment, "step-refused");
    }
  }

  private Payment decline(Payment asked, String code) {
    Payment declined = asked.declined(code);
    changes.make(telling.of("DECLINED", declined, declined.asked(), null, null), declined);
    return declined;
  }

  private Payment reserve(Payment asked) {
    Payment reserved = asked.reserved();
    if (asked.captureNow()) {
      take(reserved, asked.key(), asked.asked());
    } else {
      changes.make(telling.of("AUTHORIZED", reserved, reserved.authorized(), null, null), reserved);
    }
    return payment(asked.id());
  }

  Move capture(String key, String id, long amount, Fault fault) {
    synchronized (books) {
      Move known = known(Move.Kind.CAPTURE, key, amount);
      if (known != null) {
        return known;
      }
      Payment payment = payment(id);
      if (payment.state() != Payment.State.AUTHORIZED) {
        return unkept(Move.Kind.CAPTURE, key, payment, amount, "not-authorized");
      }
      if (amount > payment.authorized()) {
        return unkept(Move.Kind.CAPTURE, key, payment, amount, "above-authorized");
      }
      if (fault.refuses()) {
        return refuse(Move.Kind.CAPTURE, key, payment, amount, "capture-refused");
      }
      return take(payment, key, amount);
    }
  }

  private Move take(Payment payment, String key, long amount) {
    long fee = Fees.of(amount);
    Payment taken = payment.captured(amount, fee);
    Move move = Move.of(Move.Kind.CAPTURE, key, taken, amount, fee, Move.State.COMPLETED, null);
    changes.make(telling.of("CAPTURED", taken, amount, null, null), taken, move);
    if (payment.token().equals(Token.DISPUTED)) {
      disputes.open(payment.id(), amount);
    }
    return move;
  }

  Move cancel(String key, String id) {
    synchronized (books) {
      Payment payment = payment(id);
      if (payment.state() == Payment.State.CAPTURED) {
        return unkept(Move.Kind.CANCEL, key, payment, payment.captured(), "captured");
      }
      Move done = Move.of(Move.Kind.CANCEL, key, payment, 0, 0, Move.State.COMPLETED, null);
      boolean open =
          payment.state() == Payment.State.AUTHORIZED
              || payment.state() == Payment.State.ACTION_REQUIRED;
      if (!open) {
        return done.since(payment.at());
      }
      Payment voided = payment.voided();
      changes.make(telling.of("VOIDED", voided, voided.authorized(), null, null), voided);
      return done;
    }
  }

  Move refund(String key, String id, long amount, Fault fault) {
    synchronized (books) {
      Move known = known(Move.Kind.REFUND, key, amount);
      if (known != null) {
        return known;
      }
      Payment payment = payment(id);
      if (amount > payment.captured() - payment.refunded()) {
        return unkept(Move.Kind.REFUND, key, payment, amount, "above-captured");
      }
      boolean disputed =
          books.disputeOf(id).filter(one -> one.state() != Dispute.State.WON).isPresent();
      if (disputed || fault.refuses()) {
        String why = disputed ? "disputed" : "refund-refused";
        return refuse(Move.Kind.REFUND, key, payment, amount, why);
      }
      return giveBack(key, payment, amount, fault);
    }
  }

  private Move giveBack(String key, Payment payment, long amount, Fault fault) {
    Payment refunded = payment.refundedBy(amount);
    if (fault == Fault.PENDING || fault == Fault.FAILS) {
      Move move =
          Move.of(Move.Kind.REFUND, key, refunded, amount, 0, Move.State.PENDING, ending(fault));
      changes.make(List.of(), refunded, move);
      settleSoon(move, fault == Fault.PENDING);
      return move;
    }
    Move move = Move.of(Move.Kind.REFUND, key, refunded, amount, 0, Move.State.COMPLETED, null);
    changes.make(telling.of("REFUNDED", refunded, amount, null, key), refunded, move);
    return move;
  }

  Move payOut(String key, String to, String currency, long amount, Fault fault) {
    synchronized (books) {
      Move known = known(Move.Kind.PAYOUT, key, amount);
      if (known != null) {
        return known;
      }
      requireRoom();
      boolean waits = fault == Fault.PENDING || fault == Fault.FAILS;
      Move.State state =
          waits ? Move.State.PENDING : fault.refuses() ? Move.State.REFUSED : Move.State.COMPLETED;
      String why = waits ? ending(fault) : fault.refuses() ? "payout-refused" : null;
      Move move =
          new Move(
              Ids.next("out"),
              Move.Kind.PAYOUT,
              key,
              null,
              to,
              currency,
              amount,
              0,
              state,
              why,
              System.currentTimeMillis());
      changes.make(waits || fault.refuses() ? List.of() : telling.ofPayout(move), move);
      if (waits) {
        settleSoon(move, fault == Fault.PENDING);
      }
      return move;
    }
  }

  /** A pending one remembers how it will end: a process that was killed settles it later. */
  private static String ending(Fault fault) {
    return fault == Fault.FAILS ? "will-be-returned" : null;
  }

  private void settleSoon(Move move, boolean well) {
    later.schedule(() -> settle(move.id(), well), SETTLING_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Ends what is pending; what is not stays as it is. */
  Move settle(String id, boolean well) {
    synchronized (books) {
      Move move = books.move(id).orElseThrow(() -> new Refusal(404, "no such movement"));
      if (move.state() != Move.State.PENDING) {
        return move;
      }
      Move settled = move.settled(well, System.currentTimeMillis());
      if (move.kind() == Move.Kind.PAYOUT) {
        changes.make(telling.ofPayout(settled), settled);
        return settled;
      }
      Payment payment = payment(move.payment());
      Payment now = well ? payment : payment.refundedBy(-move.amount());
      String type = well ? "REFUNDED" : "REFUND_FAILED";
      changes.make(telling.of(type, now, move.amount(), null, move.key()), now, settled);
      return settled;
    }
  }

  private Move known(Move.Kind kind, String key, long amount) {
    Move known = books.move(kind, key).orElse(null);
    if (known != null && known.amount() != amount) {
      throw new Refusal(409, "this key was used for another amount");
    }
    return known;
  }

  private Payment payment(String id) {
    return books.payment(id).orElseThrow(() -> new Refusal(404, "no such payment"));
  }

  private void requireRoom() {
    if (books.full()) {
      throw new Refusal(503, "the sandbox is full");
    }
  }

  private Move refuse(Move.Kind kind, String key, Payment payment, long amount, String why) {
    Move refused = Move.of(kind, key, payment, amount, 0, Move.State.REFUSED, why);
    books.change(refused);
    return refused;
  }

  /** A refusal that is not kept: asked again later, the answer may be another. */
  private static Move unkept(Move.Kind kind, String key, Payment payment, long amount, String why) {
    return Move.of(kind, key, payment, amount, 0, Move.State.REFUSED, why);
  }
}
