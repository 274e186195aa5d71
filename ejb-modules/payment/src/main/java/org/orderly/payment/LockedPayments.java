package org.orderly.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
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
import org.orderly.platform.persistence.BatchResult;
import org.orderly.platform.persistence.Domain;
import org.orderly.platform.persistence.DomainDatabase;
import org.orderly.platform.persistence.SqlBatch;

/** Locks, changes and writes payments in the caller's transaction. */
@ApplicationScoped
class LockedPayments {

  private final DomainDatabase database;
  private final Outbox outbox;
  private final PaymentTaskRepository tasks;
  private final Ledger ledger;
  private final Clock clock;

  @Inject
  LockedPayments(
      @Domain(PaymentDatabase.NAME) DomainDatabase database,
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
    SqlBatch batch = new SqlBatch();
    BatchResult<List<Payment>> payments = PaymentRepository.lock(batch, order);
    run(batch);
    return payments.get();
  }

  /**
   * @throws PaymentNotFound if there is none
   */
  Payment lock(UUID id) {
    SqlBatch batch = new SqlBatch();
    BatchResult<Optional<Payment>> payment = PaymentRepository.lock(batch, id);
    run(batch);
    return payment.get().orElseThrow(PaymentNotFound::new);
  }

  List<Payment> read(OrderId order) {
    SqlBatch batch = new SqlBatch();
    BatchResult<List<Payment>> payments = PaymentRepository.read(batch, order);
    run(batch);
    return payments.get();
  }

  Optional<Payment> read(UUID id) {
    SqlBatch batch = new SqlBatch();
    BatchResult<Optional<Payment>> payment = PaymentRepository.read(batch, id);
    run(batch);
    return payment.get();
  }

  /**
   * @throws TransferBookedAlready if the ledger has it; the payment is locked, so it stays so
   */
  void requireNew(ReceivedTransfer transfer) {
    if (database.exists(
        "select 1 from ledger_transaction where kind = 'DEPOSIT' and reference = ?",
        transfer.id())) {
      throw new TransferBookedAlready(transfer.bankReference());
    }
  }

  Optional<Refund> refund(UUID id) {
    SqlBatch batch = new SqlBatch();
    BatchResult<Optional<Refund>> refund = RefundRepository.read(batch, id);
    run(batch);
    return refund.get();
  }

  /** The id of the payment that a query finds, if it finds one. */
  Optional<UUID> find(String sql, Object... values) {
    return database.first(row -> row.getObject(1, UUID.class), sql, values);
  }

  PaymentBatch open() {
    return new PaymentBatch(outbox, tasks, clock.instant());
  }

  /**
   * Runs the batch.
   *
   * @throws InsufficientFunds if a balance does not cover what is taken from it; the caller's
   *     transaction rolls back
   */
  void close(PaymentBatch writes) {
    run(writes.batch());
    ledger.requireCovered(writes.moves().toArray(Posting[]::new));
  }

  void run(SqlBatch batch) {
    database.run(batch);
  }
}
