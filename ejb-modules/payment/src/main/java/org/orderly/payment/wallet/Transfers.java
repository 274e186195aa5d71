package org.orderly.payment.wallet;

import static org.orderly.payment.ledger.AccountKind.GATEWAY;
import static org.orderly.payment.ledger.TransactionKind.DEPOSIT;
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

/** The steps of a deposit or withdrawal, each one transaction; the gateway is called in between. */
@ApplicationScoped
@Transactional
class Transfers {

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
   * Notes what the gateway will be asked for; finds the note again if the request comes again.
   *
   * @throws KeyReused if the note says another amount
   * @throws KeyInFlight if the same request is being noted at this moment
   */
  void beginDeposit(UUID id, UserId user, Money amount, String gateway, RequestKey request) {
    keys.claim(request);
    GatewayTransfer noted = entities.find(GatewayTransfer.class, id);
    if (noted == null) {
      entities.persist(
          GatewayTransfer.pending(
              id, GatewayTransfer.Direction.IN, user, amount, gateway, clock.instant()));
    } else if (!noted.amount().equals(amount)) {
      throw new KeyReused();
    }
  }

  /** Credits the wallet with what the gateway collected, once. */
  Answer<Transfer> finishDeposit(UUID id, boolean accepted, RequestKey request) {
    return keys.once(
        request,
        Transfer.class,
        () -> {
          GatewayTransfer transfer = locked(id);
          if (transfer.isPending()) {
            transfer.settle(accepted);
            if (accepted) {
              credit(transfer);
            }
          }
          return view(transfer);
        });
  }

  /** Takes the money out of the wallet before the gateway is asked to pay it out, once. */
  Answer<Transfer> beginWithdrawal(
      UUID id, UserId user, Money amount, String gateway, RequestKey request) {
    return keys.once(
        request,
        Transfer.class,
        () -> {
          GatewayTransfer transfer =
              GatewayTransfer.pending(
                  id, GatewayTransfer.Direction.OUT, user, amount, gateway, clock.instant());
          entities.persist(transfer);
          Place wallet = Place.walletOf(user);
          ledger.post(Move.of(WITHDRAWAL, id, wallet, Place.heldOf(user), amount));
          return view(transfer);
        });
  }

  /** Notes that the gateway paid, or gives the money back to the wallet if it refused. */
  Transfer finishWithdrawal(UUID id, boolean accepted) {
    GatewayTransfer transfer = locked(id);
    Money amount = transfer.amount();
    if (transfer.isPending()) {
      Place held = Place.heldOf(transfer.user());
      transfer.settle(accepted);
      if (accepted) {
        ledger.post(Move.of(PAYOUT, id, held, Place.ofShop(GATEWAY), amount));
        outbox.append(
            new WalletDebited(UuidV7.next(), clock.instant(), transfer.user(), amount, id));
      } else {
        Place wallet = Place.walletOf(transfer.user());
        ledger.post(Move.of(WITHDRAWAL_REVERSAL, id, held, wallet, amount));
      }
    }
    return view(transfer);
  }

  private void credit(GatewayTransfer transfer) {
    Money amount = transfer.amount();
    Place wallet = Place.walletOf(transfer.user());
    ledger.post(Move.of(DEPOSIT, transfer.id(), Place.ofShop(GATEWAY), wallet, amount));
    outbox.append(
        new WalletCredited(UuidV7.next(), clock.instant(), transfer.user(), amount, transfer.id()));
  }

  private Transfer view(GatewayTransfer transfer) {
    return transfer.view(balances.wallet(transfer.user(), transfer.amount().currency()));
  }

  private GatewayTransfer locked(UUID id) {
    return entities.find(GatewayTransfer.class, id, LockModeType.PESSIMISTIC_WRITE);
  }
}
