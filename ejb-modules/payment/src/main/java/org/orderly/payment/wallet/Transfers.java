package org.orderly.payment.wallet;

import static org.orderly.payment.ledger.AccountKind.FEES;
import static org.orderly.payment.ledger.AccountKind.GATEWAY;
import static org.orderly.payment.ledger.TransactionKind.DEPOSIT;
import static org.orderly.payment.ledger.TransactionKind.FEE;
import static org.orderly.payment.ledger.TransactionKind.PAYOUT;
import static org.orderly.payment.ledger.TransactionKind.WITHDRAWAL;
import static org.orderly.payment.ledger.TransactionKind.WITHDRAWAL_REVERSAL;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.orderly.kernel.Money;
import org.orderly.kernel.UserId;
import org.orderly.kernel.UuidV7;
import org.orderly.messaging.Answer;
import org.orderly.messaging.ForDomain;
import org.orderly.messaging.IdempotencyKeys;
import org.orderly.messaging.KeyInFlight;
import org.orderly.messaging.KeyReused;
import org.orderly.messaging.Outbox;
import org.orderly.messaging.RequestKey;
import org.orderly.payment.ledger.Balances;
import org.orderly.payment.ledger.Ledger;
import org.orderly.payment.ledger.Move;
import org.orderly.payment.ledger.PaymentDatabase;
import org.orderly.payment.ledger.Place;
import org.orderly.payment.ledger.TransactionKind;
import org.orderly.payment.wallet.GatewayTransfer.Direction;

/** The steps of a deposit or withdrawal, each one transaction; the gateway is called in between. */
@ApplicationScoped
@Transactional
class Transfers {

  private static final Place AT_GATEWAY = Place.ofShop(GATEWAY);

  private static final String OF_REQUEST =
      "select t from GatewayTransfer t where t.userId = :user and t.direction = :direction"
          + " and t.requestKey = :key";

  @PersistenceContext(unitName = PaymentDatabase.NAME)
  private EntityManager entities;

  private final Ledger ledger;
  private final Balances balances;
  private final IdempotencyKeys keys;
  private final Outbox outbox;
  private final Clock clock;

  @Inject
  Transfers(
      Ledger ledger,
      Balances balances,
      @ForDomain(PaymentDatabase.NAME) IdempotencyKeys keys,
      @ForDomain(PaymentDatabase.NAME) Outbox outbox,
      Clock clock) {
    this.ledger = ledger;
    this.balances = balances;
    this.keys = keys;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Notes what the gateway will be asked for, and takes what is to be paid out from the wallet;
   * finds the note again if the request comes again.
   *
   * @param token the gateway's name for a card; {@code null} for none
   * @throws org.orderly.payment.ledger.InsufficientFunds if the wallet does not cover a withdrawal
   * @throws KeyReused if the note is of another request
   * @throws KeyInFlight if the same request is being noted at this moment
   */
  TransferOrder begin(
      Direction direction,
      UserId user,
      Money amount,
      String gateway,
      String token,
      RequestKey request) {
    keys.claim(request);
    Instant now = clock.instant();
    Optional<GatewayTransfer> noted = noted(direction, user, request, now);
    if (noted.isPresent()) {
      return noted.get().order();
    }
    TransferOrder order =
        new TransferOrder(UuidV7.next(), direction, user, amount, gateway, token, null, now, false);
    entities.persist(GatewayTransfer.pending(order, request));
    if (direction == Direction.OUT) {
      Place wallet = Place.walletOf(user);
      ledger.post(Move.of(WITHDRAWAL, order.id(), wallet, Place.heldOf(user), amount));
    }
    return order;
  }

  private Optional<GatewayTransfer> noted(
      Direction direction, UserId user, RequestKey request, Instant now) {
    if (!request.isPresent()) {
      return Optional.empty();
    }
    Optional<GatewayTransfer> noted =
        entities
            .createQuery(OF_REQUEST, GatewayTransfer.class)
            .setParameter("user", user.value())
            .setParameter("direction", direction)
            .setParameter("key", request.key())
            .getResultStream()
            .findFirst();
    if (noted.isPresent() && noted.get().outlivedItsKey(now)) {
      noted.get().forgetItsKey();
      entities.flush();
      return Optional.empty();
    }
    if (noted.isPresent() && !noted.get().isOf(request)) {
      throw new KeyReused();
    }
    return noted;
  }

  /** Takes in what the gateway says, and keeps the answer to the request, once. */
  Answer<Transfer> answer(UUID id, TransferNews news, RequestKey request) {
    return keys.once(request, Transfer.class, () -> settle(id, news));
  }

  /** Takes in what the gateway says; any number of times, and by anybody who asked. */
  Transfer settle(UUID id, TransferNews news) {
    GatewayTransfer transfer = locked(id);
    transfer.called(news.reference());
    if (transfer.isPending()) {
      settlePending(transfer, news);
    } else if (transfer.isPaidOut() && news.word() == TransferNews.Word.REFUSED) {
      giveBack(transfer, news);
    } else if (transfer.isDue() && news.word() == TransferNews.Word.PENDING) {
      transfer.askAgain(null, clock.instant());
    } else {
      transfer.leaveAlone();
    }
    return view(transfer);
  }

  private void settlePending(GatewayTransfer transfer, TransferNews news) {
    Instant now = clock.instant();
    switch (news.word()) {
      case COMPLETED -> {
        transfer.settle(TransferStatus.COMPLETED, null, now);
        complete(transfer, news);
      }
      case REFUSED -> {
        transfer.settle(TransferStatus.REFUSED, news.reason(), now);
        if (!transfer.isDeposit()) {
          Place wallet = Place.walletOf(transfer.user());
          post(transfer, WITHDRAWAL_REVERSAL, Place.heldOf(transfer.user()), wallet, news.reason());
        }
      }
      case PENDING, RESERVED, UNKNOWN -> transfer.askAgain(news.nextAction(), now);
    }
  }

  private void complete(GatewayTransfer transfer, TransferNews news) {
    UserId user = transfer.user();
    Instant now = clock.instant();
    if (transfer.isDeposit()) {
      post(transfer, DEPOSIT, AT_GATEWAY, Place.walletOf(user), null);
      outbox.append(credited(transfer, WalletCredited.Cause.DEPOSIT, now));
    } else {
      post(transfer, PAYOUT, Place.heldOf(user), AT_GATEWAY, null);
      outbox.append(new WalletDebited(UuidV7.next(), now, user, transfer.amount(), transfer.id()));
    }
    if (news.fee() != null && news.fee().isPositive()) {
      ledger.post(Move.of(FEE, transfer.id(), Place.ofShop(FEES), AT_GATEWAY, news.fee()));
    }
  }

  /** A payout that was completed has come back, days later perhaps. */
  private void giveBack(GatewayTransfer transfer, TransferNews news) {
    Instant now = clock.instant();
    transfer.settle(TransferStatus.RETURNED, news.reason(), now);
    UserId user = transfer.user();
    post(transfer, WITHDRAWAL_REVERSAL, AT_GATEWAY, Place.walletOf(user), news.reason());
    outbox.append(credited(transfer, WalletCredited.Cause.PAYOUT_RETURNED, now));
  }

  private static WalletCredited credited(
      GatewayTransfer transfer, WalletCredited.Cause cause, Instant now) {
    return new WalletCredited(
        UuidV7.next(), now, transfer.user(), transfer.amount(), transfer.id(), cause);
  }

  private void post(
      GatewayTransfer transfer, TransactionKind kind, Place source, Place destination, String why) {
    ledger.post(Move.of(kind, transfer.id(), source, destination, transfer.amount()).because(why));
  }

  /**
   * One of the user's own.
   *
   * @throws TransferNotFound if it is not
   */
  Transfer of(UserId user, UUID id) {
    GatewayTransfer transfer = entities.find(GatewayTransfer.class, id);
    if (transfer == null || !transfer.user().equals(user)) {
      throw new TransferNotFound(id);
    }
    return view(transfer);
  }

  /**
   * Notes that a deposit is taken back, in the transaction that does it.
   *
   * @throws IllegalStateException if it was never completed
   */
  void reverse(UUID id) {
    locked(id).settle(TransferStatus.REVERSED, "reversed", clock.instant());
  }

  private Transfer view(GatewayTransfer transfer) {
    return transfer.view(balances.wallet(transfer.user(), transfer.amount().currency()));
  }

  private GatewayTransfer locked(UUID id) {
    return entities.find(GatewayTransfer.class, id, LockModeType.PESSIMISTIC_WRITE);
  }
}
