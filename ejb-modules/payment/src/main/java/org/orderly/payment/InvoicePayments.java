package org.orderly.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.orderly.kernel.Money;
import org.orderly.messaging.Answer;
import org.orderly.messaging.ForDomain;
import org.orderly.messaging.IdempotencyKeys;
import org.orderly.messaging.RequestKey;
import org.orderly.payment.ledger.AccountKind;
import org.orderly.payment.ledger.PaymentDatabase;
import org.orderly.payment.ledger.Place;
import org.orderly.payment.ledger.TransactionKind;

/** Bank transfers for invoices, as the bookkeeper finds them on the bank's statement. */
@ApplicationScoped
public class InvoicePayments {

  /** That an invoice was paid, as it is told to whoever entered it. */
  public record Paid(UUID paymentId, String status, Money captured) {}

  private final PaymentDesk desk;
  private final IdempotencyKeys keys;

  @Inject
  InvoicePayments(PaymentDesk desk, @ForDomain(PaymentDatabase.NAME) IdempotencyKeys keys) {
    this.desk = desk;
    this.keys = keys;
  }

  /**
   * Notes that the money of an invoice has come, once per request key; the order goes on when it
   * hears of it.
   *
   * @throws PaymentNotFound if there is no such invoice
   * @throws InvoiceAmountDiffers if it asks for another amount
   * @throws IllegalPaymentTransition if it is paid already, or given up
   */
  @Transactional
  public Answer<Paid> paid(UUID payment, Money amount, RequestKey request) {
    return keys.once(request, Paid.class, () -> enter(payment, amount));
  }

  private Paid enter(UUID id, Money amount) {
    Payment payment = desk.lock(id);
    if (!payment.is(PaymentMeans.INVOICE)) {
      throw new PaymentNotFound();
    }
    if (payment.is(PaymentStatus.PENDING) && !payment.amount().equals(amount)) {
      throw new InvoiceAmountDiffers(payment.amount(), amount);
    }
    PaymentWrites writes = desk.open();
    payment.capture(writes.now());
    writes.update(payment);
    Place bank = Place.ofShop(AccountKind.BANK);
    Place sales = Place.ofShop(AccountKind.SALES);
    writes.move(TransactionKind.INVOICE_PAID, payment, bank, sales, amount);
    desk.close(writes);
    return new Paid(id, PaymentStatus.CAPTURED.name(), amount);
  }
}
