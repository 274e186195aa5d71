package org.orderly.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.orderly.kernel.OrderId;
import org.orderly.ledger.CustomerAccount;
import org.orderly.ledger.InsufficientFunds;
import org.orderly.ledger.Ledger;
import org.orderly.ledger.LockedWallets;
import org.orderly.ledger.PaymentDatabase;
import org.orderly.ledger.Posting;
import org.orderly.ledger.TransactionKind;
import org.orderly.payment.gateway.GatewayEvent;
import org.orderly.payment.intent.CardAuthorizations;
import org.orderly.payment.intent.LockedIntents;
import org.orderly.payment.task.PaymentTask;
import org.orderly.payment.task.PaymentTaskRepository;
import org.orderly.payment.transfer.ReceivedTransfer;
import org.orderly.payment.transfer.TransferBookedAlready;
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
    if (ledger.has(TransactionKind.DEPOSIT, transfer.id())) {
      throw new TransferBookedAlready(transfer.bankReference());
    }
  }

  /** The refund that a task is to make. */
  Refund refund(PaymentTask task) {
    SqlBatch batch = new SqlBatch();
    BatchResult<Optional<Refund>> refund = RefundRepository.read(batch, task.refund());
    run(batch);
    return refund.get().orElseThrow();
  }

  /** The id of the payment that an event of a gateway is about, if it is about one. */
  Optional<UUID> find(String gateway, GatewayEvent event) {
    SqlBatch batch = new SqlBatch();
    BatchResult<Optional<UUID>> payment =
        PaymentRepository.find(batch, gateway, event.authorizationKey(), event.reference());
    run(batch);
    return payment.get();
  }

  /**
   * Locks wallets and card authorizations until the transaction ends, in one round trip, wallets
   * always in the order of their owners.
   */
  LockedFunds lock(List<ChargeRequest> requests) {
    SqlBatch batch = new SqlBatch();
    Supplier<LockedWallets> wallets =
        ledger.lockWallets(
            batch,
            requests.stream()
                .filter(request -> LockedFunds.fromWallet(request).isPresent())
                .map(request -> CustomerAccount.of(request.buyer(), request.total()))
                .distinct()
                .toList());
    Supplier<LockedIntents> intents =
        CardAuthorizations.lock(
            batch,
            requests.stream()
                .flatMap(request -> LockedFunds.card(request.plan()).stream())
                .toList());
    if (!requests.isEmpty()) {
      run(batch);
    }
    return new LockedFunds(wallets.get(), intents.get(), open());
  }

  PaymentBatch open() {
    return new PaymentBatch(outbox, tasks, ledger, clock.instant());
  }

  /**
   * Runs the batch.
   *
   * @throws InsufficientFunds if a balance does not cover what is taken from it; the caller's
   *     transaction rolls back
   */
  void close(PaymentBatch writes) {
    run(writes.complete());
    ledger.requireCovered(writes.moves().toArray(Posting[]::new));
  }

  void run(SqlBatch batch) {
    database.run(batch);
  }
}
