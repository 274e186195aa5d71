package org.orderly.ordering.settlement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.orderly.kernel.Money;
import org.orderly.kernel.OrderId;
import org.orderly.ordering.LockedOrder;
import org.orderly.ordering.LockedOrders;
import org.orderly.ordering.OrderStatus;
import org.orderly.ordering.OrderingDatabase;
import org.orderly.payment.Payments;
import org.orderly.payment.lifecycle.PaymentState;
import org.orderly.payment.transfer.ReceivedTransfer;
import org.orderly.platform.idempotency.IdempotencyKey;
import org.orderly.platform.idempotency.IdempotencyKeys;
import org.orderly.platform.idempotency.IdempotentResult;
import org.orderly.platform.persistence.Domain;

/** Records bank transfers for invoices, as an accountant reads them from a bank statement. */
@ApplicationScoped
public class InvoiceSettlement {

  private final LockedOrders lockedOrders;
  private final Payments payments;
  private final IdempotencyKeys keys;
  private final Clock clock;

  @Inject
  InvoiceSettlement(
      LockedOrders lockedOrders,
      Payments payments,
      @Domain(OrderingDatabase.NAME) IdempotencyKeys keys,
      Clock clock) {
    this.lockedOrders = lockedOrders;
    this.payments = payments;
    this.keys = keys;
    this.clock = clock;
  }

  /** A paid invoice with the status of its order. */
  public record Paid(
      UUID paymentId, OrderId orderId, String orderStatus, Money captured, Money toBalance) {}

  /**
   * Records the transfer for an invoice, once per idempotency key, and confirms the order if
   * nothing else is unpaid: one transaction over the ordering and payment databases.
   *
   * @throws org.orderly.payment.PaymentNotFound if the order has no such invoice
   * @throws org.orderly.payment.transfer.InvoiceAmountDiffers if its amount differs and the caller
   *     does not accept differences
   * @throws org.orderly.payment.transfer.TransferBookedAlready if this transfer was already
   *     credited to the balance
   * @throws org.orderly.payment.lifecycle.IllegalPaymentTransition if it is already paid or voided
   */
  @Transactional
  public IdempotentResult<Paid> paid(
      OrderId id, ReceivedTransfer transfer, IdempotencyKey request) {
    return keys.once(
        request,
        Paid.class,
        () -> {
          LockedOrder order = lockedOrders.lock(id);
          Money toBalance = payments.receive(id, transfer);
          if (order.status() == OrderStatus.PLACED && payments.settle(id) == PaymentState.PAID) {
            order.confirm(clock.instant());
            lockedOrders.close(order);
          }
          Money captured = transfer.amount().minus(toBalance);
          return new Paid(transfer.invoice(), id, order.status().name(), captured, toBalance);
        });
  }
}
