package org.orderly.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.DomainEvent;
import org.orderly.kernel.Money;
import org.orderly.kernel.UserId;
import org.orderly.ledger.AccountKind;
import org.orderly.ledger.AccountRef;
import org.orderly.ledger.Ledger;
import org.orderly.ledger.Posting;
import org.orderly.ledger.TransactionKind;
import org.orderly.payment.intent.CardAuthorization;
import org.orderly.payment.intent.CardAuthorizations;
import org.orderly.payment.lifecycle.PaymentStep;
import org.orderly.payment.task.NewPaymentTask;
import org.orderly.payment.task.PaymentTask;
import org.orderly.payment.task.PaymentTaskRepository;
import org.orderly.platform.events.Outbox;
import org.orderly.platform.persistence.SqlBatch;
import org.orderly.platform.request.RequestContext;

/**
 * What one transaction writes about payments, as one SQL batch: rows, steps, events, postings and
 * gateway tasks. New rows of one table are one statement, however many payments there are.
 */
final class PaymentBatch {

  private static final Duration OWN_TRY = Duration.ofSeconds(3);

  private final SqlBatch batch = new SqlBatch();
  private final List<PaymentRepository.NewPayment> payments = new ArrayList<>();
  private final List<PaymentRepository.NewStep> steps = new ArrayList<>();
  private final List<DomainEvent> events = new ArrayList<>();
  private final List<CardAuthorization> placed = new ArrayList<>();
  private final List<NewPaymentTask> newTasks = new ArrayList<>();
  private final List<Posting> moves = new ArrayList<>();
  private final Outbox outbox;
  private final PaymentTaskRepository tasks;
  private final Ledger ledger;
  private final Instant now;
  private String actor = RequestContext.current().actor();

  PaymentBatch(Outbox outbox, PaymentTaskRepository tasks, Ledger ledger, Instant now) {
    this.outbox = outbox;
    this.tasks = tasks;
    this.ledger = ledger;
    this.now = now;
  }

  Instant now() {
    return now;
  }

  /** Names who does what follows; without it, the caller of this request does. */
  void actFor(String other) {
    actor = other;
  }

  /** The batch without the new rows, which {@link #complete} adds. */
  SqlBatch batch() {
    return batch;
  }

  /** Adds all new rows and returns the batch, to be run once. */
  SqlBatch complete() {
    if (!placed.isEmpty()) {
      CardAuthorizations.place(batch, placed);
    }
    PaymentRepository.insert(batch, payments, steps);
    outbox.append(batch, events);
    ledger.add(batch, moves, now);
    tasks.add(batch, newTasks);
    return batch;
  }

  /** Must be covered once the batch has run. */
  List<Posting> moves() {
    return moves;
  }

  void insert(Payment payment) {
    payments.add(new PaymentRepository.NewPayment(payment.row(), now));
    addSteps(payment);
  }

  void update(Payment payment) {
    PaymentRepository.update(batch, payment);
    addSteps(payment);
  }

  private void addSteps(Payment payment) {
    for (PaymentStep step : payment.pullEvents()) {
      steps.add(new PaymentRepository.NewStep(payment.id(), step, actor));
      events.add(step.event());
    }
  }

  void place(CardAuthorization authorization) {
    placed.add(authorization);
  }

  /** Moves money for a payment; nothing moves nothing. */
  void move(TransactionKind kind, Payment payment, AccountRef from, AccountRef to, Money amount) {
    if (amount.isPositive()) {
      add(Posting.of(kind, payment.order().value(), from, to, amount), payment, null);
    }
  }

  /** Money that came to the bank and belongs to no order any more is the buyer's. */
  void deposit(UserId buyer, UUID transfer, Money amount) {
    AccountRef bank = AccountRef.ofShop(AccountKind.BANK);
    moves.add(
        Posting.of(TransactionKind.DEPOSIT, transfer, bank, AccountRef.walletOf(buyer), amount)
            .by(actor));
  }

  void moveBack(Payment payment, Refund refund, AccountRef to) {
    AccountRef sales = AccountRef.ofShop(AccountKind.SALES);
    add(
        Posting.of(TransactionKind.REFUND, refund.id(), sales, to, refund.amount()),
        payment,
        refund.reason());
  }

  private void add(Posting posting, Payment payment, @Nullable String reason) {
    moves.add(posting.forPayment(payment.id()).because(reason).by(actor));
  }

  void ask(PaymentTask.Kind what, Payment payment) {
    askLater(what, payment, Duration.ZERO);
  }

  void askLater(PaymentTask.Kind what, Payment payment, Duration delay) {
    newTasks.add(new NewPaymentTask(what, payment.id(), null, delay));
  }

  /** Whoever asked for the refund waits for it and tries it first; a worker does if they die. */
  void askRefund(Payment payment, Refund refund) {
    Duration delay = refund.cause() == Refund.Cause.REFUND ? OWN_TRY : Duration.ZERO;
    newTasks.add(new NewPaymentTask(PaymentTask.Kind.REFUND, payment.id(), refund.id(), delay));
  }

  /** Drops the tasks of a payment that were not sent to its gateway yet. */
  void dropTasks(Payment payment) {
    tasks.drop(batch, payment.id());
  }

  void insert(Refund refund) {
    RefundRepository.insert(batch, refund);
  }

  void settle(Refund refund, @Nullable String reference) {
    RefundRepository.settle(batch, refund, reference);
  }
}
