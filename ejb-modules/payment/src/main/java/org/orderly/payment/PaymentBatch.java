package org.orderly.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.Money;
import org.orderly.kernel.UserId;
import org.orderly.ledger.AccountKind;
import org.orderly.ledger.AccountRef;
import org.orderly.ledger.Ledger;
import org.orderly.ledger.Posting;
import org.orderly.ledger.TransactionKind;
import org.orderly.payment.task.PaymentTask;
import org.orderly.payment.task.PaymentTaskRepository;
import org.orderly.platform.events.Outbox;
import org.orderly.platform.persistence.SqlBatch;

/**
 * What one transaction writes about payments, as one SQL batch: rows, steps, events, postings and
 * gateway tasks.
 */
final class PaymentBatch {

  private static final Duration OWN_TRY = Duration.ofSeconds(3);

  private final SqlBatch batch = new SqlBatch();
  private final List<Posting> moves = new ArrayList<>();
  private final Outbox outbox;
  private final PaymentTaskRepository tasks;
  private final Ledger ledger;
  private final Instant now;

  PaymentBatch(Outbox outbox, PaymentTaskRepository tasks, Ledger ledger, Instant now) {
    this.outbox = outbox;
    this.tasks = tasks;
    this.ledger = ledger;
    this.now = now;
  }

  Instant now() {
    return now;
  }

  SqlBatch batch() {
    return batch;
  }

  /** Must be covered once the batch has run. */
  List<Posting> moves() {
    return moves;
  }

  void insert(Payment payment) {
    PaymentRepository.insert(batch, payment, now, outbox);
  }

  void update(Payment payment) {
    PaymentRepository.update(batch, payment, outbox);
  }

  /** Moves money for a payment; nothing moves nothing. */
  void move(TransactionKind kind, Payment payment, AccountRef from, AccountRef to, Money amount) {
    if (amount.isPositive()) {
      add(Posting.of(kind, payment.order().value(), from, to, amount).forPayment(payment.id()));
    }
  }

  /** Money that came to the bank and belongs to no order any more is the buyer's. */
  void deposit(UserId buyer, UUID transfer, Money amount) {
    AccountRef bank = AccountRef.ofShop(AccountKind.BANK);
    add(Posting.of(TransactionKind.DEPOSIT, transfer, bank, AccountRef.walletOf(buyer), amount));
  }

  void moveBack(Payment payment, Refund refund, AccountRef to) {
    AccountRef sales = AccountRef.ofShop(AccountKind.SALES);
    add(
        Posting.of(TransactionKind.REFUND, refund.id(), sales, to, refund.amount())
            .forPayment(payment.id())
            .because(refund.reason()));
  }

  private void add(Posting posting) {
    moves.add(posting);
    ledger.add(batch, posting, now);
  }

  void ask(PaymentTask.Kind what, Payment payment) {
    tasks.add(batch, what, payment.id(), Duration.ZERO);
  }

  void askLater(PaymentTask.Kind what, Payment payment, Duration delay) {
    tasks.add(batch, what, payment.id(), delay);
  }

  /** Whoever asked for the refund waits for it and tries it first; a worker does if they die. */
  void askRefund(Payment payment, Refund refund) {
    Duration delay = refund.cause() == Refund.Cause.REFUND ? OWN_TRY : Duration.ZERO;
    tasks.addRefund(batch, payment.id(), refund.id(), delay);
  }

  /** Drops the tasks of a payment that were not sent to its gateway yet. */
  void takeBackTasks(Payment payment) {
    tasks.takeBack(batch, payment.id());
  }

  void insert(Refund refund) {
    RefundRepository.insert(batch, refund);
  }

  void settle(Refund refund, @Nullable String reference) {
    RefundRepository.settle(batch, refund, reference);
  }
}
