package org.orderly.payment;

import java.time.Duration;
import java.time.Instant;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.kernel.UserId;
import org.orderly.kernel.UuidV7;
import org.orderly.ledger.AccountKind;
import org.orderly.ledger.AccountRef;
import org.orderly.ledger.TransactionKind;
import org.orderly.payment.PaymentRow.AtGateway;
import org.orderly.payment.intent.CardAuthorization;
import org.orderly.payment.method.PaymentInstrument;
import org.orderly.payment.method.PaymentPlan;
import org.orderly.payment.task.PaymentTask;

/** The payments of one order as they are entered, part by part. */
final class Charge {

  /** When a gateway is first asked what has become of a step, unless it reports before. */
  private static final Duration FIRST_CHECK = Duration.ofSeconds(5);

  private final OrderId order;
  private final UserId buyer;
  private final PaymentBatch writes;
  private final Duration unpaidFor;
  private int part;

  /**
   * @param part the first that is free
   * @param unpaidFor how long what has to be waited for may take
   */
  Charge(OrderId order, UserId buyer, int part, PaymentBatch writes, Duration unpaidFor) {
    this.order = order;
    this.buyer = buyer;
    this.part = part;
    this.writes = writes;
    this.unpaidFor = unpaidFor;
  }

  ChargeResult by(PaymentPlan plan, Money total) {
    if (plan instanceof PaymentPlan.Card card) {
      requireSum(total, card.authorization().amount());
      return card(card.authorization());
    }
    if (plan instanceof PaymentPlan.Split split) {
      requireSum(total, split.fromWallet().plus(split.authorization().amount()));
      wallet(split.fromWallet(), split.authorization().authorized());
      return card(split.authorization());
    }
    if (plan instanceof PaymentPlan.Invoice) {
      return invoice(total);
    }
    wallet(total, true);
    return ChargeResult.PAID;
  }

  /** Money for an order that still waits for a card leaves the wallet, and is the shop's later. */
  private void wallet(Money amount, boolean now) {
    Payment payment = next(PaymentInstrument.WALLET, amount);
    if (now) {
      payment.capture(writes.now());
    } else {
      payment.authorize(writes.now());
    }
    writes.insert(payment);
    AccountRef wallet = AccountRef.walletOf(buyer);
    if (now) {
      AccountRef sales = AccountRef.ofShop(AccountKind.SALES);
      writes.move(TransactionKind.CHARGE, payment, wallet, sales, amount);
    } else {
      writes.move(TransactionKind.HOLD, payment, wallet, AccountRef.heldOf(buyer), amount);
    }
  }

  private ChargeResult card(CardAuthorization authorization) {
    writes.place(authorization);
    AtGateway known =
        new AtGateway(
            authorization.gateway(), authorization.reference(), authorization.nextAction());
    Payment payment =
        Payment.freshCard(
            authorization.paymentId(), order, buyer, part++, authorization.amount(), known);
    if (authorization.authorized()) {
      payment.authorize(writes.now());
      writes.insert(payment);
      writes.ask(PaymentTask.Kind.CAPTURE, payment);
      return ChargeResult.PAID;
    }
    Instant until = writes.now().plus(unpaidFor);
    payment.await(until, writes.now());
    writes.insert(payment);
    writes.askLater(PaymentTask.Kind.CHECK, payment, FIRST_CHECK);
    return new ChargeResult(false, until, authorization.nextAction());
  }

  private ChargeResult invoice(Money amount) {
    Payment payment = next(PaymentInstrument.INVOICE, amount);
    Instant until = writes.now().plus(unpaidFor);
    payment.await(until, writes.now());
    writes.insert(payment);
    return new ChargeResult(false, until, null);
  }

  private Payment next(PaymentInstrument means, Money amount) {
    return Payment.fresh(UuidV7.next(), order, buyer, part++, means, amount);
  }

  private static void requireSum(Money total, Money sum) {
    if (!total.equals(sum)) {
      throw new IllegalArgumentException("an order of " + total + " is not paid by " + sum);
    }
  }
}
