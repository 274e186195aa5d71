package org.orderly.ordering.settlement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.ordering.LockedOrder;
import org.orderly.ordering.LockedOrders;
import org.orderly.ordering.OrderStatus;
import org.orderly.ordering.OrderingDatabase;
import org.orderly.payment.PaymentState;
import org.orderly.payment.Payments;
import org.orderly.payment.ReceivedTransfer;
import org.orderly.platform.idempotency.IdempotencyKey;
import org.orderly.platform.idempotency.IdempotencyKeys;
import org.orderly.platform.idempotency.IdempotentResult;
import org.orderly.platform.persistence.Domain;

/** Bank transfers for invoices, as the bookkeeper finds them on the bank's statement. */
@ApplicationScoped
public class InvoiceSettlement {

  private final LockedOrders desk;
  private final Payments payments;
  private final Confirmations confirmations;
  private final IdempotencyKeys keys;

  @Inject
  InvoiceSettlement(
      LockedOrders desk,
      Payments payments,
      Confirmations confirmations,
      @Domain(OrderingDatabase.NAME) IdempotencyKeys keys) {
    this.desk = desk;
    this.payments = payments;
    this.confirmations = confirmations;
    this.keys = keys;
  }

  /** An invoice that was paid, and what became of its order. */
  public record Paid(
      UUID paymentId, OrderId orderId, String orderStatus, Money captured, Money toBalance) {}

  /**
   * Notes that the money of an invoice has come, once per request key, and confirms its order if it
   * waited for nothing else: one transaction over the ordering and payment databases.
   *
   * @throws org.orderly.payment.PaymentNotFound if the order has no such invoice
   * @throws org.orderly.payment.InvoiceAmountDiffers if it asks for another amount, and the
   *     difference is to be refused
   * @throws org.orderly.payment.TransferBookedAlready if this transfer went to the balance before
   * @throws org.orderly.payment.lifecycle.IllegalPaymentTransition if it is paid already, or given
   *     up
   */
  @Transactional
  public IdempotentResult<Paid> paid(
      OrderId id, ReceivedTransfer transfer, IdempotencyKey request) {
    return keys.once(
        request,
        Paid.class,
        () -> {
          LockedOrder order = desk.lock(id);
          Money toBalance = payments.receive(id, transfer);
          if (order.status() == OrderStatus.PLACED && payments.settle(id) == PaymentState.PAID) {
            confirmations.confirm(order);
          }
          Money captured = transfer.amount().minus(toBalance);
          return new Paid(transfer.invoice(), id, order.status().name(), captured, toBalance);
        });
  }
}
