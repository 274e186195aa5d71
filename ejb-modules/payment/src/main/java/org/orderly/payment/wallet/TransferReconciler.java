package org.orderly.payment.wallet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.orderly.kernel.DomainException;
import org.orderly.kernel.InvalidValue;

/** Queries the gateway for transfers that are due, and enters the results. */
@ApplicationScoped
class TransferReconciler {

  /** So few at a time that the last one is queried within its lease, if all goes well. */
  private static final int BATCH = 5;

  private static final Logger LOG = Logger.getLogger(TransferReconciler.class.getName());

  private final TransferRepository repository;
  private final TransferCalls calls;
  private final Transfers transfers;
  private final TransferTransaction transaction;

  @Inject
  TransferReconciler(
      TransferRepository repository,
      TransferCalls calls,
      Transfers transfers,
      TransferTransaction transaction) {
    this.repository = repository;
    this.calls = calls;
    this.transfers = transfers;
    this.transaction = transaction;
  }

  List<TransferRequest> claim() {
    return repository.claim(BATCH);
  }

  /** A gateway that does not respond is queried again later. */
  void settle(TransferRequest order) {
    TransferResult result = result(order);
    transaction.around(() -> transfers.settle(order.id(), result));
  }

  private TransferResult result(TransferRequest order) {
    try {
      return calls.lookAfter(order);
    } catch (InvalidValue e) {
      return TransferResult.refused(e.code());
    } catch (DomainException e) {
      LOG.log(Level.FINE, e, () -> "transfer " + order.id() + " stays open");
      return TransferResult.none();
    }
  }
}
