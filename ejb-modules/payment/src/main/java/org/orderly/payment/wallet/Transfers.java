package org.orderly.payment.wallet;

import static org.orderly.ledger.AccountKind.FEES;
import static org.orderly.ledger.AccountKind.GATEWAY;
import static org.orderly.ledger.TransactionKind.DEPOSIT;
import static org.orderly.ledger.TransactionKind.FEE;
import static org.orderly.ledger.TransactionKind.PAYOUT;
import static org.orderly.ledger.TransactionKind.WITHDRAWAL;
import static org.orderly.ledger.TransactionKind.WITHDRAWAL_REVERSAL;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orderly.kernel.Money;
import org.orderly.kernel.UserId;
import org.orderly.kernel.UuidV7;
import org.orderly.ledger.AccountRef;
import org.orderly.ledger.BalanceQueries;
import org.orderly.ledger.Ledger;
import org.orderly.ledger.PaymentDatabase;
import org.orderly.ledger.Posting;
import org.orderly.ledger.TransactionKind;
import org.orderly.payment.wallet.GatewayTransfer.Direction;
import org.orderly.platform.events.Outbox;
import org.orderly.platform.idempotency.IdempotencyKey;
import org.orderly.platform.idempotency.IdempotencyKeyInFlight;
import org.orderly.platform.idempotency.IdempotencyKeyReused;
import org.orderly.platform.idempotency.IdempotencyKeys;
import org.orderly.platform.idempotency.IdempotentResult;
import org.orderly.platform.persistence.Domain;

/** The steps of a deposit or withdrawal, each one transaction; the gateway is called in between. */
@ApplicationScoped
@Transactional
class Transfers {

  private static final AccountRef AT_GATEWAY = AccountRef.ofShop(GATEWAY);

  private final TransferRepository repository;
  private final Ledger ledger;
  private final BalanceQueries balanceQueries;
  private final IdempotencyKeys keys;
  private final Outbox outbox;
  private final Clock clock;

  @Inject
  Transfers(
      TransferRepository repository,
      Ledger ledger,
      BalanceQueries balanceQueries,
      @Domain(PaymentDatabase.NAME) IdempotencyKeys keys,
      @Domain(PaymentDatabase.NAME) Outbox outbox,
      Clock clock) {
    this.repository = repository;
    this.ledger = ledger;
    this.balanceQueries = balanceQueries;
    this.keys = keys;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Stores the request to the gateway, and takes the amount of a withdrawal from the wallet; finds
   * the stored request if the caller repeats it.
   *
   * @param token the gateway's name for a card; {@code null} for none
   * @throws org.orderly.ledger.InsufficientFunds if the wallet does not cover a withdrawal
   * @throws IdempotencyKeyReused if the note is of another request
   * @throws IdempotencyKeyInFlight if the same request is being noted at this moment
   */
  TransferRequest begin(
      Direction direction,
      UserId user,
      Money amount,
      String gateway,
      @Nullable String token,
      IdempotencyKey request) {
    keys.claim(request);
    Instant now = clock.instant();
    Optional<GatewayTransfer> noted = noted(direction, user, request, now);
    if (noted.isPresent()) {
      return noted.get().order();
    }
    TransferRequest order =
        new TransferRequest(
            UuidV7.next(), direction, user, amount, gateway, token, null, now, false);
    repository.add(GatewayTransfer.pending(order, request));
    if (direction == Direction.OUT) {
      AccountRef wallet = AccountRef.walletOf(user);
      ledger.post(Posting.of(WITHDRAWAL, order.id(), wallet, AccountRef.heldOf(user), amount));
    }
    return order;
  }

  private Optional<GatewayTransfer> noted(
      Direction direction, UserId user, IdempotencyKey request, Instant now) {
    if (!request.isPresent()) {
      return Optional.empty();
    }
    Optional<GatewayTransfer> noted = repository.find(direction, user, request);
    if (noted.isPresent() && noted.get().outlivedItsKey(now)) {
      repository.forgetKey(noted.get());
      return Optional.empty();
    }
    if (noted.isPresent() && !noted.get().isOf(request)) {
      throw new IdempotencyKeyReused();
    }
    return noted;
  }

  /** Enters the gateway's result, and stores the answer to the request, once. */
  IdempotentResult<Transfer> answer(UUID id, TransferResult result, IdempotencyKey request) {
    return keys.once(request, Transfer.class, () -> settle(id, result));
  }

  /** Enters the gateway's result; safe to repeat, by any caller. */
  Transfer settle(UUID id, TransferResult result) {
    GatewayTransfer transfer = repository.lock(id);
    transfer.called(result.reference());
    if (transfer.isPending()) {
      settlePending(transfer, result);
    } else if (transfer.isPaidOut() && result.state() == TransferResult.State.REFUSED) {
      returnHeld(transfer, result);
    } else if (transfer.isDue() && result.state() == TransferResult.State.PENDING) {
      transfer.askAgain(null, clock.instant());
    } else {
      transfer.leaveAlone();
    }
    return view(transfer);
  }

  private void settlePending(GatewayTransfer transfer, TransferResult result) {
    Instant now = clock.instant();
    switch (result.state()) {
      case COMPLETED -> {
        transfer.settle(TransferStatus.COMPLETED, null, now);
        complete(transfer, result);
      }
      case REFUSED -> {
        transfer.settle(TransferStatus.REFUSED, result.reason(), now);
        if (!transfer.isDeposit()) {
          AccountRef wallet = AccountRef.walletOf(transfer.user());
          post(
              transfer,
              WITHDRAWAL_REVERSAL,
              AccountRef.heldOf(transfer.user()),
              wallet,
              result.reason());
        }
      }
      case PENDING, RESERVED, UNKNOWN -> transfer.askAgain(result.nextAction(), now);
    }
  }

  private void complete(GatewayTransfer transfer, TransferResult result) {
    UserId user = transfer.user();
    Instant now = clock.instant();
    if (transfer.isDeposit()) {
      post(transfer, DEPOSIT, AT_GATEWAY, AccountRef.walletOf(user), null);
      outbox.append(credited(transfer, WalletCredited.Cause.DEPOSIT, now));
    } else {
      post(transfer, PAYOUT, AccountRef.heldOf(user), AT_GATEWAY, null);
      outbox.append(new WalletDebited(UuidV7.next(), now, user, transfer.amount(), transfer.id()));
    }
    if (result.fee() != null && result.fee().isPositive()) {
      ledger.post(
          Posting.of(FEE, transfer.id(), AccountRef.ofShop(FEES), AT_GATEWAY, result.fee()));
    }
  }

  /** A payout that was completed has come back, days later perhaps. */
  private void returnHeld(GatewayTransfer transfer, TransferResult result) {
    Instant now = clock.instant();
    transfer.settle(TransferStatus.RETURNED, result.reason(), now);
    UserId user = transfer.user();
    post(transfer, WITHDRAWAL_REVERSAL, AT_GATEWAY, AccountRef.walletOf(user), result.reason());
    outbox.append(credited(transfer, WalletCredited.Cause.PAYOUT_RETURNED, now));
  }

  private static WalletCredited credited(
      GatewayTransfer transfer, WalletCredited.Cause cause, Instant now) {
    return new WalletCredited(
        UuidV7.next(), now, transfer.user(), transfer.amount(), transfer.id(), cause);
  }

  private void post(
      GatewayTransfer transfer,
      TransactionKind kind,
      AccountRef source,
      AccountRef destination,
      @Nullable String why) {
    ledger.post(
        Posting.of(kind, transfer.id(), source, destination, transfer.amount()).because(why));
  }

  /**
   * One of the user's own.
   *
   * @throws TransferNotFound if it is not
   */
  Transfer of(UserId user, UUID id) {
    return repository
        .find(id)
        .filter(transfer -> transfer.user().equals(user))
        .map(this::view)
        .orElseThrow(() -> new TransferNotFound(id));
  }

  /**
   * Notes that a deposit is taken back, in the transaction that does it.
   *
   * @throws IllegalStateException if it was never completed
   */
  void reverse(UUID id) {
    repository.lock(id).settle(TransferStatus.REVERSED, "reversed", clock.instant());
  }

  private Transfer view(GatewayTransfer transfer) {
    return transfer.view(balanceQueries.wallet(transfer.user(), transfer.amount().currency()));
  }
}
