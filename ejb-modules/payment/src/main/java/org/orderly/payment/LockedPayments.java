package org.orderly.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.orderly.kernel.OrderId;
import org.orderly.ledger.InsufficientFunds;
import org.orderly.ledger.Ledger;
import org.orderly.ledger.PaymentDatabase;
import org.orderly.ledger.Posting;
import org.orderly.payment.task.PaymentTaskRepository;
import org.orderly.platform.events.Outbox;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.SqlBatch;

/** Where payments are locked, changed and written, in the caller's transaction. */
@ApplicationScoped
class LockedPayments {

  private final PaymentDatabase database;
  private final Outbox outbox;
  private final PaymentTaskRepository tasks;
  private final Ledger ledger;
  private final Clock clock;

  @Inject
  LockedPayments(
      PaymentDatabase database,
      @Domain(PaymentDatabase.NAME) Outbox outbox,
      PaymentTaskRepository tasks,
      Ledger ledger,
      Clock clock) {
    this.database = database;
    this.outbox = outbox;
    this.tasks = tasks;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** All payments of an order by part, locked until the transaction ends. */
  List<Payment> lock(OrderId order) {
    List<Payment> payments = new ArrayList<>();
    SqlBatch trip = new SqlBatch();
    PaymentRepository.lock(trip, order, payments);
    run(trip);
    return payments;
  }

  /**
   * @throws PaymentNotFound if there is none
   */
  Payment lock(UUID id) {
    List<Payment> payments = new ArrayList<>();
    SqlBatch trip = new SqlBatch();
    PaymentRepository.lock(trip, id, payments);
    run(trip);
    return payments.stream().findFirst().orElseThrow(PaymentNotFound::new);
  }

  List<Payment> read(OrderId order) {
    List<Payment> payments = new ArrayList<>();
    SqlBatch trip = new SqlBatch();
    PaymentRepository.read(trip, order, payments);
    run(trip);
    return payments;
  }

  Optional<Payment> read(UUID id) {
    List<Payment> payments = new ArrayList<>();
    SqlBatch trip = new SqlBatch();
    PaymentRepository.read(trip, id, payments);
    run(trip);
    return payments.stream().findFirst();
  }

  /**
   * @throws TransferBookedAlready if the ledger has it; the payment is locked, so it stays so
   */
  void requireNew(ReceivedTransfer transfer) {
    boolean[] found = new boolean[1];
    run(
        new SqlBatch()
            .query(
                row -> found[0] = row.next(),
                "select 1 from ledger_transaction where kind = 'DEPOSIT' and reference = ?",
                transfer.id()));
    if (found[0]) {
      throw new TransferBookedAlready(transfer.bankReference());
    }
  }

  Optional<Refund> refund(UUID id) {
    List<Refund> refunds = new ArrayList<>();
    SqlBatch trip = new SqlBatch();
    RefundRepository.read(trip, id, refunds);
    run(trip);
    return refunds.stream().findFirst();
  }

  PaymentBatch open() {
    return new PaymentBatch(outbox, tasks, clock.instant());
  }

  /**
   * Makes the journey.
   *
   * @throws InsufficientFunds if a balance does not cover what is taken from it; the caller's
   *     transaction rolls back
   */
  void close(PaymentBatch writes) {
    run(writes.trip());
    ledger.requireCovered(writes.moves().toArray(Posting[]::new));
  }

  void run(SqlBatch trip) {
    database.run(trip);
  }
}
