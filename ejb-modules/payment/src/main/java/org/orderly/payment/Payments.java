package org.orderly.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.UserId;
import org.orderly.ledger.AccountKind;
import org.orderly.ledger.AccountRef;
import org.orderly.ledger.TransactionKind;
import org.orderly.payment.intent.CardDeclined;
import org.orderly.payment.lifecycle.IllegalPaymentTransition;
import org.orderly.payment.lifecycle.PaymentState;
import org.orderly.payment.lifecycle.PaymentStatus;
import org.orderly.payment.method.PaymentInstrument;
import org.orderly.payment.method.PaymentPlan;
import org.orderly.payment.method.RefundTarget;
import org.orderly.payment.task.PaymentTask;
import org.orderly.payment.transfer.InvoiceAmountDiffers;
import org.orderly.payment.transfer.ReceivedTransfer;

/**
 * The money of orders, inside the transactions that change them: charged, given back, or found to
 * be there. No gateway is called here; what has to be asked of one is written down and asked once
 * the transaction has committed.
 *
 * <p>Whoever calls has locked the order before, and locks stock only after.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Payments {

  private final LockedPayments lockedPayments;

  @Inject
  Payments(LockedPayments lockedPayments) {
    this.lockedPayments = lockedPayments;
  }

  /**
   * Locks what orders that are being placed are paid from, until the transaction ends.
   *
   * <p>Orders are charged in memory, one after the other; {@link #write} then writes the charges.
   */
  public LockedFunds lock(List<ChargeRequest> requests) {
    return lockedPayments.lock(requests);
  }

  /**
   * Writes what was charged. What a card reserves is captured after the commit.
   *
   * <p>A second charge for the same order fails on a unique key and rolls everything back.
   */
  public void write(LockedFunds funds) {
    lockedPayments.close(funds.writes());
  }

  /**
   * Finds out whether an order that waits for money may go on, and then takes what is promised:
   * held balances at once, authorized cards after the commit. Called when the order is confirmed,
   * and safe to call again.
   */
  public PaymentState settle(OrderId order) {
    List<Payment> payments = lockedPayments.lock(order);
    PaymentState state = stateOf(payments);
    if (state == PaymentState.PAID) {
      PaymentBatch writes = lockedPayments.open();
      payments.stream()
          .filter(payment -> payment.is(PaymentStatus.AUTHORIZED))
          .forEach(payment -> take(payment, writes));
      lockedPayments.close(writes);
    }
    return state;
  }

  private static void take(Payment payment, PaymentBatch writes) {
    if (payment.is(PaymentInstrument.CARD)) {
      writes.ask(PaymentTask.Kind.CAPTURE, payment);
      return;
    }
    payment.capture(writes.now());
    writes.update(payment);
    AccountRef held = AccountRef.heldOf(payment.buyer());
    AccountRef sales = AccountRef.ofShop(AccountKind.SALES);
    writes.move(TransactionKind.CHARGE, payment, held, sales, payment.amount());
  }

  private static PaymentState stateOf(List<Payment> payments) {
    List<Payment> live =
        payments.stream().filter(payment -> !payment.is(PaymentStatus.VOIDED)).toList();
    if (live.stream().anyMatch(payment -> payment.is(PaymentStatus.FAILED))) {
      return PaymentState.FAILED;
    }
    boolean all = !live.isEmpty() && live.stream().allMatch(Payment::isSecured);
    return all ? PaymentState.PAID : PaymentState.WAITING;
  }

  /**
   * Gives back all that was or may be taken for an order that is cancelled: balances at once, cards
   * after the commit, whatever the gateway has done by then. Calling it again changes nothing.
   */
  public void reverse(OrderId order, @Nullable String reason) {
    PaymentBatch writes = lockedPayments.open();
    Refund.Request request =
        Refund.Request.of(RefundTarget.ORIGINAL, Refund.Cause.CANCELLATION, reason);
    lockedPayments.lock(order).forEach(payment -> RefundAllocation.undo(payment, request, writes));
    lockedPayments.close(writes);
  }

  /**
   * Money has come to the bank for an invoice. What goes to the balance of a guest waits there
   * under the guest's e-mail address; reversing the deposit in the ledger notes that it was sent
   * back.
   *
   * @return what of it went to the buyer's balance
   * @throws PaymentNotFound if the order has no such invoice
   * @throws InvoiceAmountDiffers if it asks for another amount, and that is to be refused; nothing
   *     has changed then
   * @throws IllegalPaymentTransition if it is paid already, or given up
   * @throws TransferBookedAlready if this transfer went to the balance before
   */
  public Money receive(OrderId order, ReceivedTransfer transfer) {
    Payment payment =
        lockedPayments.lock(order).stream()
            .filter(one -> one.id().equals(transfer.invoice()) && one.is(PaymentInstrument.INVOICE))
            .findFirst()
            .orElseThrow(PaymentNotFound::new);
    Money due = payment.amount();
    Money came = transfer.amount().requireIn(due.currency());
    boolean open = payment.is(PaymentStatus.PENDING);
    Money taken = came;
    if (!came.equals(due) || !open) {
      taken =
          switch (transfer.difference()) {
            case BALANCE -> Money.zero(due.currency());
            case ACCEPT -> came.compareTo(due) < 0 ? came : due;
            case REFUSE -> {
              if (open) {
                throw new InvoiceAmountDiffers(due, came);
              }
              yield came;
            }
          };
    }
    PaymentBatch writes = lockedPayments.open();
    if (taken.isPositive()) {
      take(payment, taken, writes);
    }
    Money rest = came.minus(taken);
    if (rest.isPositive()) {
      lockedPayments.requireNew(transfer);
      writes.deposit(payment.buyer(), transfer.id(), rest);
    }
    lockedPayments.close(writes);
    return rest;
  }

  private static void take(Payment invoice, Money came, PaymentBatch writes) {
    invoice.capture(came, writes.now());
    writes.update(invoice);
    AccountRef bank = AccountRef.ofShop(AccountKind.BANK);
    AccountRef sales = AccountRef.ofShop(AccountKind.SALES);
    writes.move(TransactionKind.INVOICE_PAID, invoice, bank, sales, came);
  }

  /**
   * An edited order costs something else: more is charged at once, less is given back.
   *
   * @param forMore how the difference is paid if there is one to pay; adds up to it
   * @throws PaymentInProgress while a card or a buyer's step is waited for
   * @throws CardDeclined if the card would need a further step
   * @throws org.orderly.ledger.InsufficientFunds if the wallet holds less
   */
  public void amend(OrderId order, UserId buyer, Money newTotal, PaymentPlan forMore) {
    List<Payment> payments = lockedPayments.lock(order);
    List<Payment> live =
        payments.stream().filter(payment -> !payment.is(PaymentStatus.VOIDED)).toList();
    if (live.stream().anyMatch(Payments::isInProgress)) {
      throw new PaymentInProgress();
    }
    Money owed = Money.zero(newTotal.currency());
    for (Payment payment : live) {
      owed = owed.plus(payment.amount());
    }
    PaymentBatch writes = lockedPayments.open();
    if (newTotal.compareTo(owed) > 0) {
      chargeMore(payments, newTotal.minus(owed), new More(order, buyer, forMore), writes);
    } else if (newTotal.compareTo(owed) < 0) {
      new PriceReduction(owed.minus(newTotal), writes).spread(live);
    }
    lockedPayments.close(writes);
  }

  /**
   * The rest of an order will not be shipped: it costs less, and what was paid for the rest is
   * given back, unless that has been done by a refund before. The shop keeps what the shipped goods
   * cost.
   *
   * @throws PaymentInProgress while a card or a buyer's step is waited for
   */
  public void dropRest(OrderId order, Money newTotal) {
    List<Payment> live =
        lockedPayments.lock(order).stream()
            .filter(payment -> !payment.is(PaymentStatus.VOIDED))
            .toList();
    if (live.stream().anyMatch(Payments::isInProgress)) {
      throw new PaymentInProgress();
    }
    Money owed = Money.zero(newTotal.currency());
    Money kept = Money.zero(newTotal.currency());
    for (Payment payment : live) {
      owed = owed.plus(payment.amount());
      kept = kept.plus(payment.refundable());
    }
    Money none = Money.zero(newTotal.currency());
    Money back = kept.compareTo(newTotal) > 0 ? kept.minus(newTotal) : none;
    PaymentBatch writes = lockedPayments.open();
    new PriceReduction(owed.minus(newTotal), writes).spread(live, back);
    lockedPayments.close(writes);
  }

  /** Whether an order had money that was all given back, or taken back by the buyer's bank. */
  public boolean isRefunded(OrderId order) {
    List<Payment> paid =
        lockedPayments.read(order).stream()
            .filter(payment -> payment.captured().isPositive())
            .toList();
    return !paid.isEmpty() && paid.stream().allMatch(Payment::isRefunded);
  }

  private record More(OrderId order, UserId buyer, PaymentPlan plan) {}

  private void chargeMore(List<Payment> payments, Money more, More by, PaymentBatch writes) {
    for (Payment payment : payments) {
      if (payment.is(PaymentStatus.PENDING)) {
        payment.changeAmount(payment.amount().plus(more));
        writes.update(payment);
        return;
      }
    }
    Charge charge = new Charge(by.order(), by.buyer(), payments.size(), writes, Duration.ZERO);
    if (!charge.by(by.plan(), more).paid()) {
      throw new CardDeclined("authentication-required");
    }
  }

  private static boolean isInProgress(Payment payment) {
    return payment.is(PaymentStatus.AUTHORIZED)
        || (payment.is(PaymentStatus.PENDING) && payment.is(PaymentInstrument.CARD));
  }

  /**
   * Gives back a part of what an order has paid: to balances at once, to cards after the commit.
   *
   * @param amount more than zero, in the order's currency
   * @return as it stands now; {@link Refunds#of} tells later
   * @throws RefundAboveCaptured if less is left of what was captured
   */
  public RefundView refund(OrderId order, Money amount, RefundTarget to, @Nullable String reason) {
    List<Payment> payments = lockedPayments.lock(order);
    PaymentBatch writes = lockedPayments.open();
    Refund.Request request = Refund.Request.of(to, Refund.Cause.REFUND, reason);
    List<Refund> refunds = RefundAllocation.refund(payments, amount, request, writes);
    lockedPayments.close(writes);
    return RefundView.of(refunds);
  }

  /** A guest's order belongs to an account now, and its payments with it. */
  public void adopt(OrderId order, UserId buyer) {
    PaymentBatch writes = lockedPayments.open();
    PaymentRepository.adopt(writes.batch(), order, buyer);
    lockedPayments.close(writes);
  }
}
