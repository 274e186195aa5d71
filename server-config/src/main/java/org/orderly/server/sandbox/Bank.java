package org.orderly.server.sandbox;

import java.util.ArrayList;
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
  private final Courier courier;
  private final ScheduledExecutorService later;

  Bank(Books books, Telling telling, Courier courier, ScheduledExecutorService later) {
    this.books = books;
    this.telling = telling;
    this.courier = courier;
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
    change(declined, telling.of("DECLINED", declined, declined.asked(), null, null));
    return declined;
  }

  private Payment reserve(Payment asked) {
    Payment reserved = asked.reserved();
    if (asked.captureNow()) {
      take(reserved, asked.key(), asked.asked());
    } else {
      change(reserved, telling.of("AUTHORIZED", reserved, reserved.authorized(), null, null));
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
    Move move = move(Move.Kind.CAPTURE, key, taken, amount, fee, Move.State.COMPLETED, null);
    change(taken, move, telling.of("CAPTURED", taken, amount, null, null));
    if (payment.token().equals(Token.DISPUTED)) {
      dispute(payment.id(), amount, "fraudulent");
    }
    return move;
  }

  Move cancel(String key, String id) {
    synchronized (books) {
      Payment payment = payment(id);
      if (payment.state() == Payment.State.CAPTURED) {
        return unkept(Move.Kind.CANCEL, key, payment, payment.captured(), "captured");
      }
      if (payment.state() == Payment.State.AUTHORIZED
          || payment.state() == Payment.State.ACTION_REQUIRED) {
        Payment voided = payment.voided();
        change(voided, telling.of("VOIDED", voided, voided.authorized(), null, null));
      }
      return move(Move.Kind.CANCEL, key, payment, 0, 0, Move.State.COMPLETED, null);
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
          move(Move.Kind.REFUND, key, refunded, amount, 0, Move.State.PENDING, ending(fault));
      change(refunded, move, List.of());
      settleSoon(move, fault == Fault.PENDING);
      return move;
    }
    Move move = move(Move.Kind.REFUND, key, refunded, amount, 0, Move.State.COMPLETED, null);
    change(refunded, move, telling.of("REFUNDED", refunded, amount, null, key));
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
      change(move, waits || fault.refuses() ? List.of() : telling.ofPayout(move));
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
        change(settled, telling.ofPayout(settled));
        return settled;
      }
      Payment payment = payment(move.payment());
      Payment now = well ? payment : payment.refundedBy(-move.amount());
      String type = well ? "REFUNDED" : "REFUND_FAILED";
      change(now, settled, telling.of(type, now, move.amount(), null, move.key()));
      return settled;
    }
  }

  Dispute dispute(String id, long amount, String reason) {
    synchronized (books) {
      Payment payment = payment(id);
      boolean open =
          books.disputeOf(id).filter(one -> one.state() == Dispute.State.OPEN).isPresent();
      if (open || amount > payment.captured() - payment.refunded()) {
        throw new Refusal(422, open ? "disputed already" : "more than was captured");
      }
      long now = System.currentTimeMillis();
      Dispute dispute =
          new Dispute(
              Ids.next("dsp"), id, payment.currency(), amount, reason, Dispute.State.OPEN, now);
      Move move = move(Move.Kind.DISPUTE, null, payment, amount, 0, Move.State.COMPLETED, reason);
      change(dispute, move, telling.of("DISPUTE_OPENED", payment, amount, dispute.id(), null));
      return dispute;
    }
  }

  Dispute close(String id, boolean won) {
    synchronized (books) {
      Dispute dispute = books.dispute(id).orElseThrow(() -> new Refusal(404, "no such dispute"));
      if (dispute.state() != Dispute.State.OPEN) {
        return dispute;
      }
      Dispute closed = dispute.closed(won);
      Payment payment = payment(dispute.payment());
      String type = won ? "DISPUTE_WON" : "DISPUTE_LOST";
      List<Event> told = telling.of(type, payment, dispute.amount(), id, null);
      if (won) {
        Move.State done = Move.State.COMPLETED;
        long amount = dispute.amount();
        change(closed, move(Move.Kind.DISPUTE_WON, null, payment, amount, 0, done, null), told);
      } else {
        change(closed, told);
      }
      return closed;
    }
  }

  /** Sends a notice that stands for nothing that happened. */
  void tell(String type, Payment payment, boolean forged) {
    Event event = telling.bare(type, payment, forged);
    books.change(event);
    courier.send(event);
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
    Move refused = move(kind, key, payment, amount, 0, Move.State.REFUSED, why);
    books.change(refused);
    return refused;
  }

  /** A refusal that is not kept: asked again later, the answer may be another. */
  private static Move unkept(Move.Kind kind, String key, Payment payment, long amount, String why) {
    return move(kind, key, payment, amount, 0, Move.State.REFUSED, why);
  }

  private static Move move(
      Move.Kind kind,
      String key,
      Payment payment,
      long amount,
      long fee,
      Move.State state,
      String why) {
    long now = System.currentTimeMillis();
    String id = Ids.next("mov");
    String currency = payment.currency();
    return new Move(id, kind, key, payment.id(), null, currency, amount, fee, state, why, now);
  }

  private void change(Kept one, List<Event> told) {
    change(List.of(one), told);
  }

  private void change(Kept one, Kept another, List<Event> told) {
    change(List.of(one, another), told);
  }

  private void change(List<Kept> together, List<Event> told) {
    List<Kept> all = new ArrayList<>(together);
    all.addAll(told);
    books.change(all.toArray(Kept[]::new));
    told.forEach(courier::send);
  }
}
